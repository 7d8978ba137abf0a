import { column, isSafePath, sqlScalar, typeColumn } from './expression'
import type { Paths } from './paths'
import type { SqlValue } from './sql'
import { KIND, isPlainObject, isScalar, kindOf, type Doc, type Scalar } from './values'

/** SQL that accepts at least what the filter accepts; `exact` when it accepts nothing else. */
export type Clause = { sql: string; values: SqlValue[]; exact: boolean }

/** Where the values of a path stand: in the document, or in a side table's column. */
export type Place = { paths: Paths; columnOf(path: string): string }

const ANYTHING: Clause = { sql: '1', values: [], exact: false }
const EVERYTHING: Clause = { sql: '1', values: [], exact: true }
const clause = (sql: string, values: SqlValue[], exact: boolean): Clause => ({ sql, values, exact })

export const documentPlace = (paths: Paths): Place => ({ paths, columnOf: column })

export const all = (clauses: Clause[]): Clause => {
  const said = clauses.filter((each) => each.sql !== '1')
  const exact = clauses.every((each) => each.exact)
  if (said.length === 0) return exact ? EVERYTHING : ANYTHING
  return clause(
    said.map((each) => each.sql).join(' AND '),
    said.flatMap((each) => each.values),
    exact,
  )
}

const any = (clauses: Clause[]): Clause => {
  if (clauses.some((each) => each.sql === '1')) return clauses.every((each) => each.exact) ? EVERYTHING : ANYTHING
  const sql = clauses.map((each) => `(${each.sql})`).join(' OR ')
  return clause(
    `(${sql})`,
    clauses.flatMap((each) => each.values),
    clauses.every((each) => each.exact),
  )
}

const not = (inner: Clause): Clause =>
  inner.exact ? clause(`NOT ifnull((${inner.sql}), 0)`, inner.values, true) : ANYTHING

const onlyKind = (kinds: number, value: Scalar) => (kinds & ~KIND.null & ~kindOf(value)) === 0

const COMPARISON: Record<string, string> = { $eq: '=', $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

const compare = (place: Place, path: string, operator: string, operand: Scalar): Clause => {
  const at = place.columnOf(path)
  const kinds = place.paths.at(path)
  if (operand === null) {
    if (operator === '$eq') return clause(`${at} IS NULL`, [], true)
    if (operator === '$ne') return clause(`${at} IS NOT NULL`, [], true)
    // Null is a range of its own: nothing lies beyond it.
    return operator === '$gte' || operator === '$lte' ? clause(`${at} IS NULL`, [], true) : clause('0', [], true)
  }
  const same = onlyKind(kinds, operand)
  if (operator === '$ne') return same ? clause(`${at} IS NOT ?`, [sqlScalar(operand)], true) : ANYTHING
  const sign = COMPARISON[operator]
  if (!sign) return ANYTHING
  if (operator !== '$eq' && kinds & KIND.odd) return ANYTHING
  return clause(`${at} ${sign} ?`, [sqlScalar(operand)], same)
}

const oneOf = (place: Place, path: string, operator: string, operands: Scalar[]): Clause => {
  const at = place.columnOf(path)
  const listed = operands.filter((each) => each !== null)
  const same = listed.every((each) => onlyKind(place.paths.at(path), each))
  const marks = listed.map(() => '?').join(', ')
  const withNull = listed.length < operands.length
  const inList = clause(
    listed.length === 0
      ? withNull
        ? `${at} IS NULL`
        : '0'
      : `${at} IN (${marks})${withNull ? ` OR ${at} IS NULL` : ''}`,
    listed.map(sqlScalar),
    same,
  )
  const grouped = { ...inList, sql: `(${inList.sql})` }
  return operator === '$in' ? grouped : not(grouped)
}

/** Equality with one element of the side table's array. */
export const sideEquality = (place: Place, path: string, operand: Scalar): Clause => {
  const direct = place.paths.at(path) & ~KIND.array
  const exact = onlyKind(direct, operand) && onlyKind(place.paths.elements(path), operand)
  return clause(`${place.columnOf(path)} = ?`, [sqlScalar(operand)], exact)
}

const operation = (place: Place, path: string, operator: string, operand: unknown): Clause => {
  if (operator === '$not') return not(predicate(place, path, operand))
  if (operator === '$exists') {
    if (path === '_id' || place.paths.arrayOnTheWay(path)) return ANYTHING
    return clause(`${typeColumn(path)} IS ${operand ? 'NOT ' : ''}NULL`, [], true)
  }
  const list = operator === '$in' || operator === '$nin'
  const operands: unknown[] = list && Array.isArray(operand) ? operand : [operand]
  if (!operands.every((each): each is Scalar => isScalar(each) && kindOf(each) !== KIND.odd)) return ANYTHING
  if (place.paths.crossesArray(path)) return ANYTHING
  if (list) return Array.isArray(operand) ? oneOf(place, path, operator, operands) : ANYTHING
  const [single = null] = operands
  return compare(place, path, operator, single)
}

export const isOperatorObject = (value: unknown): value is Doc =>
  isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'))

const predicate = (place: Place, path: string, condition: unknown): Clause => {
  if (!isOperatorObject(condition)) return operation(place, path, '$eq', condition)
  return all(Object.entries(condition).map(([operator, operand]) => operation(place, path, operator, operand)))
}

/** A MongoDB filter as SQL over JSON; what SQL cannot say is left to the arbiter. */
export const translate = (place: Place, filter: Doc): Clause =>
  all(
    Object.entries(filter).map(([key, value]) => {
      const branches = Array.isArray(value) ? value.filter(isPlainObject) : []
      if (key === '$and') return all(branches.map((each) => translate(place, each)))
      if (key === '$or') return any(branches.map((each) => translate(place, each)))
      if (key === '$nor') return not(any(branches.map((each) => translate(place, each))))
      if (key.startsWith('$') || !isSafePath(key)) return ANYTHING
      return predicate(place, key, value)
    }),
  )

export type Order = Record<string, 1 | -1>

/** The order as SQL, or null when only the arbiter can sort (mixed kinds, arrays). */
export const orderSql = (place: Place, order: Order): string | null => {
  const parts: string[] = []
  for (const [path, direction] of Object.entries(order)) {
    const kinds = place.paths.at(path) & ~KIND.null
    const mixed = (kinds & (kinds - 1)) !== 0
    const unsortable = kinds & (KIND.object | KIND.array | KIND.odd)
    if (!isSafePath(path) || mixed || unsortable || place.paths.crossesArray(path)) return null
    parts.push(place.columnOf(path) + (direction < 0 ? ' DESC' : ''))
  }
  return parts.join(', ')
}
