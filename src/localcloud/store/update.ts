import { CloudError } from '../fault'
import { applyUpdate } from './arbiter'
import { checkFieldNames, decodeStored, encodeStored } from './codec'
import { ARRAY_UPDATES, needsArray } from './semantics/array-update'
import { conjunctsOf } from './conjuncts'
import { isPlainObject, type Doc } from './values'

const NUMERIC = ['$inc', '$mul']
const ARRAYS = ['$push', '$pull', '$pullAll', '$addToSet', '$pop']
const OTHERS = ['$set', '$unset', '$rename', '$max', '$min', '$bit']
const KNOWN = [...NUMERIC, ...ARRAYS, ...OTHERS]

const MOST_BITS = 2 ** 31 - 1

const failed = (message: string) => new CloudError('DATABASE_REQUEST_FAILED', message)
const isPositional = (part: string) => part === '$' || part.startsWith('$[')

/** Walks to the value as MongoDB would, refusing ways that it would refuse; `positional` ends the walk. */
const valueAt = (doc: Doc, path: string): { value: unknown; positional: boolean } => {
  let value: unknown = doc
  for (const part of path.split('.')) {
    if (isPositional(part)) return { value: undefined, positional: true }
    if (value === undefined) return { value, positional: false }
    if (Array.isArray(value)) {
      if (!/^\d+$/.test(part)) throw failed(`Cannot create field '${part}' in an array element (${path})`)
      value = value[Number(part)]
      continue
    }
    if (!isPlainObject(value))
      throw failed(`Cannot create field '${part}' in an element that is not an object (${path})`)
    value = value[part]
  }
  return { value, positional: false }
}

const crossesArray = (doc: Doc, path: string): boolean => {
  const parts = path.split('.')
  return parts.some((_, i) => i > 0 && Array.isArray(valueAt(doc, parts.slice(0, i).join('.')).value))
}

const checkRename = (doc: Doc, path: string, target: unknown): void => {
  if (typeof target !== 'string' || target === '') throw failed('$rename needs the name of a field')
  if (crossesArray(doc, path) || crossesArray(doc, target)) throw failed(`$rename cannot reach into an array (${path})`)
}

const checkTarget = (doc: Doc, operator: string, path: string, operand: unknown): void => {
  if (path.startsWith('__proto__') || path.includes('.__proto__')) throw failed('a field cannot be named __proto__')
  if (operator === '$unset') return
  if (operator === '$rename') checkRename(doc, path, operand)
  const { value, positional } = valueAt(doc, path)
  if (NUMERIC.includes(operator) && typeof operand !== 'number')
    throw failed(`Cannot ${operator} with a non-numeric argument (${path})`)
  if (positional || value === undefined) return
  if (NUMERIC.includes(operator) && typeof value !== 'number')
    throw failed(`Cannot apply ${operator} to a value of non-numeric type (${path})`)
  if (operator === '$bit' && !(Number.isInteger(value) && Math.abs(Number(value)) <= MOST_BITS))
    throw failed(`Cannot apply $bit to a value that is no whole number of 32 bits (${path})`)
  if (ARRAYS.includes(operator) && !Array.isArray(value))
    throw failed(`The field '${path}' must be an array to apply ${operator}`)
}

export const checkUpdate = (data: Doc): void => {
  const operators = Object.keys(data)
  if (operators.length === 0) throw failed('the update is empty')
  for (const operator of operators) {
    const changes = data[operator]
    if (!KNOWN.includes(operator))
      throw new CloudError('DATABASE_INVALID_OPERRATOR', `unknown update operator: ${operator}`)
    if (!isPlainObject(changes)) throw failed(`${operator} needs an object`)
    for (const path of Object.keys(changes)) {
      if (path === '_id' || path.startsWith('_id.')) throw failed('the field _id cannot be changed')
      if (path === '' || path.startsWith('.') || path.endsWith('.') || path.includes('..'))
        throw failed(`not a path: '${path}'`)
      if (operator === '$set' || operator === '$min' || operator === '$max') checkFieldNames(changes[path])
    }
  }
}

const pathsOf = (data: Doc): string[] =>
  Object.entries(data).flatMap(([operator, changes]) => [
    ...Object.keys(changes as Doc), // checkUpdate saw that these are objects
    ...(operator === '$rename' ? Object.values(changes as Doc).map(String) : []),
  ])

/** No two changes of one update may meet at a path. */
const checkConflicts = (data: Doc): void => {
  const paths = pathsOf(data)
  paths.forEach((path, i) => {
    if (paths.some((other, j) => i !== j && (other === path || other.startsWith(`${path}.`))))
      throw failed(`Updating the path '${path}' would create a conflict at '${path}'`)
  })
}

const isPositionalPath = (path: string) => path.split('.').some(isPositional)

/** `$push` and its like, told as `$set`: mingo forgets `$sort` and `$slice` of a new array, and mends doubles that were there. */
const withoutArrayUpdates = (doc: Doc, data: Doc): Doc => {
  const rest: Doc = {}
  const set: Doc = {}
  for (const [operator, changes] of Object.entries(data)) {
    const work = ARRAY_UPDATES[operator]
    for (const [path, operand] of Object.entries(changes as Doc)) {
      // checkUpdate saw that these are objects
      if (!work || isPositionalPath(path)) {
        rest[operator] = { ...(rest[operator] as Doc | undefined), [path]: operand } // only ever written here
        continue
      }
      const { value } = valueAt(doc, path)
      if (value === undefined && needsArray(operator)) continue
      set[path] = work(Array.isArray(value) ? value : [], operand)
    }
  }
  if (Object.keys(set).length > 0) rest.$set = { ...(rest.$set as Doc | undefined), ...set }
  return rest
}

/** The document after the update; `filter` tells a positional `$` which element was meant. */
export const updated = (doc: Doc, data: Doc, filter: Doc): Doc => {
  const next = decodeStored(encodeStored(doc))
  checkConflicts(data)
  for (const [operator, changes] of Object.entries(data))
    for (const [path, operand] of Object.entries(changes as Doc)) checkTarget(doc, operator, path, operand) // as above
  const positional = pathsOf(data).some(isPositionalPath)
  const conditions = Object.fromEntries(conjunctsOf(filter).map(({ path, condition }) => [path, condition]))
  const plain = withoutArrayUpdates(next, data)
  if (Object.keys(plain).length > 0) applyUpdate(next, plain, positional ? conditions : {})
  return next
}
