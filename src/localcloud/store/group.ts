import type { Collection } from './collection'
import { isSafePath } from './expression'
import { explained, type Reader } from './find'
import type { Meter } from './meter'
import { planOf } from './plan'
import { allowed } from './scans'
import type { SqlValue } from './sql'
import type { Place } from './translate'
import { KIND, isPlainObject, type Doc } from './values'

type Decode = (value: SqlValue | undefined) => unknown
/** SQL for one field of a group, and how its values are read. */
type Column = { select: string[]; decode(values: SqlValue[]): unknown }

const SINGLE: Record<number, Decode> = {
  0: () => null,
  [KIND.number]: (value) => value ?? null,
  [KIND.string]: (value) => value ?? null,
  [KIND.boolean]: (value) => (value === null || value === undefined ? null : value === 1),
  [KIND.date]: (value) => (typeof value === 'string' ? new Date((JSON.parse(value) as { $date: string }).$date) : null),
}

class Inexact extends Error {}

const pathOf = (expression: unknown): string | undefined => {
  const path = typeof expression === 'string' && /^\$[^$]/.test(expression) ? expression.slice(1) : ''
  return isSafePath(path) ? path : undefined
}

/** How the values of a path are read back, when all that were ever seen there are of one kind. */
const decoderAt = ({ paths }: Place, path: string): Decode | undefined =>
  paths.crossesArray(path) ? undefined : SINGLE[paths.at(path) & ~KIND.null]

const numbers = (place: Place, expression: unknown): { at: string; whole: string[] } | undefined => {
  const path = pathOf(expression)
  if (path === undefined || (place.paths.at(path) & ~KIND.null & ~KIND.number) !== 0 || place.paths.crossesArray(path))
    return undefined
  const at = place.columnOf(path)
  // Sums of fractions depend on their order; only whole numbers are the same whoever adds them.
  return { at, whole: [`total(${at})`, `total(${at} <> round(${at}))`] }
}

const exactSum = (sum: SqlValue | undefined, fractions: SqlValue | undefined): number => {
  const value = Number(sum ?? 0)
  if (Number(fractions) > 0 || !Number.isSafeInteger(value)) throw new Inexact()
  return value
}

const accumulator = (place: Place, spec: unknown): Column | undefined => {
  if (!isPlainObject(spec) || Object.keys(spec).length !== 1) return undefined
  const [[name, operand] = ['', undefined]] = Object.entries(spec)
  if (name === '$sum' && Number.isSafeInteger(operand))
    return { select: ['count(*)'], decode: ([count]) => Number(count) * Number(operand) }
  if (name === '$sum' || name === '$avg') {
    const found = numbers(place, operand)
    if (!found) return undefined
    if (name === '$sum') return { select: found.whole, decode: ([sum, fractions]) => exactSum(sum, fractions) }
    return {
      select: [...found.whole, `count(${found.at})`],
      decode: ([sum, fractions, count]) => (Number(count) === 0 ? null : exactSum(sum, fractions) / Number(count)),
    }
  }
  const path = name === '$min' || name === '$max' ? pathOf(operand) : undefined
  const decode = path === undefined ? undefined : decoderAt(place, path)
  if (path === undefined || !decode) return undefined
  return { select: [`${name.slice(1)}(${place.columnOf(path)})`], decode: ([value]) => decode(value) }
}

/** One key, or an object of keys; a missing field is told from null only where null was never seen. */
const groupKey = (place: Place, id: unknown): { at: string[]; column: Column } | undefined => {
  if (id === null) return { at: [], column: { select: [], decode: () => null } }
  const path = pathOf(id)
  if (path !== undefined) {
    const decode = decoderAt(place, path)
    const at = place.columnOf(path)
    return decode && { at: [at], column: { select: [at], decode: ([value]) => decode(value) } }
  }
  if (!isPlainObject(id) || Object.keys(id).some((name) => name.startsWith('$'))) return undefined
  const fields = Object.entries(id).map(([name, expression]) => {
    const inner = pathOf(expression)
    const decode = inner !== undefined && !(place.paths.at(inner) & KIND.null) ? decoderAt(place, inner) : undefined
    return decode && inner !== undefined ? { name, at: place.columnOf(inner), decode } : undefined
  })
  if (fields.length === 0 || !fields.every((each) => each !== undefined)) return undefined
  const decode = (values: SqlValue[]) =>
    Object.fromEntries(
      fields.flatMap((field, i) => (values[i] === null ? [] : [[field.name, field.decode(values[i])]])),
    )
  const at = fields.map((field) => field.at)
  return { at, column: { select: at, decode } }
}

/** `$group` (or a count of all) by SQL, where the statistics prove that it is exact; else nothing. */
export const groupBySql = (
  reader: Reader,
  collection: Collection,
  filter: Doc,
  { _id, ...fields }: Doc,
): { docs: Doc[]; meter: Meter } | undefined => {
  const plan = planOf(collection, filter, {}, true)
  const key = plan.where.exact && !reader.overlay?.size ? groupKey(plan.place, _id) : undefined
  const columns = Object.entries(fields).map(([name, spec]) => ({ name, column: accumulator(plan.place, spec) }))
  if (!key || !columns.every((each): each is { name: string; column: Column } => each.column !== undefined))
    return undefined
  const parts = [{ name: '_id', column: key.column }, ...columns]
  const select = ['count(*)', ...parts.flatMap(({ column }) => column.select)].join(', ')
  const grouped = key.at.length > 0 ? ` GROUP BY ${key.at.join(', ')}` : ''
  const text = `SELECT ${select} FROM ${plan.from} WHERE ${plan.where.sql}${grouped}`
  const rows = reader.sql.all(text, plan.where.values).filter(([count]) => Number(count) > 0)
  const read = explained(reader, text, plan.where.values)
  const seen = rows.reduce((sum, [count]) => sum + Number(count), 0)
  const examined = read.scan && plan.where.sql !== '1' ? collection.size() : seen
  try {
    const docs = rows.map(([, ...values]) => {
      let at = 0
      return Object.fromEntries(
        parts.map(({ name, column }) => [name, column.decode(values.slice(at, (at += column.select.length)))]),
      )
    })
    return {
      docs,
      meter: allowed(reader.scans, collection.name, {
        plan: `${read.label}, grouped by SQL`,
        keysExamined: read.covering || !read.scan ? examined : 0,
        docsExamined: read.covering ? 0 : examined,
        returned: docs.length,
        scan: read.scan && !read.covering,
      }),
    }
  } catch (thrown) {
    if (thrown instanceof Inexact) return undefined
    throw thrown
  }
}
