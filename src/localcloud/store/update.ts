import { update } from 'mingo'
import { CloudError, messageOf } from '../fault'
import { checkFieldNames, decodeStored, encodeStored } from './codec'
import { isPlainObject, type Doc } from './values'

const NUMERIC = ['$inc', '$mul']
const ARRAYS = ['$push', '$pull', '$pullAll', '$addToSet', '$pop']
const OTHERS = ['$set', '$unset', '$rename', '$max', '$min', '$bit']
const KNOWN = [...NUMERIC, ...ARRAYS, ...OTHERS]

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

const checkTarget = (doc: Doc, operator: string, path: string, operand: unknown): void => {
  if (path.startsWith('__proto__') || path.includes('.__proto__')) throw failed('a field cannot be named __proto__')
  if (operator === '$unset') return
  const { value, positional } = valueAt(doc, path)
  if (NUMERIC.includes(operator) && typeof operand !== 'number')
    throw failed(`Cannot ${operator} with a non-numeric argument (${path})`)
  if (positional || value === undefined) return
  if (NUMERIC.includes(operator) && typeof value !== 'number')
    throw failed(`Cannot apply ${operator} to a value of non-numeric type (${path})`)
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

/** The document after the update; `filter` tells a positional `$` which element was meant. */
export const updated = (doc: Doc, data: Doc, filter: Doc): Doc => {
  const next = decodeStored(encodeStored(doc))
  for (const [operator, changes] of Object.entries(data)) {
    if (!isPlainObject(changes)) continue
    for (const [path, operand] of Object.entries(changes)) checkTarget(doc, operator, path, operand)
  }
  const positional = Object.values(data).some(
    (changes) => isPlainObject(changes) && Object.keys(changes).some((path) => path.includes('$')),
  )
  try {
    update(next, data, [], positional ? filter : {}, { cloneMode: 'deep' })
  } catch (thrown) {
    throw failed(messageOf(thrown))
  }
  return next
}
