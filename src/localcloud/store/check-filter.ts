import { CloudError } from '../fault'
import { isPlainObject, type Doc } from './values'

const COMPARE = ['$eq', '$ne', '$gt', '$gte', '$lt', '$lte']
const LISTS = ['$in', '$nin', '$all']

const bad = (message: string) => new CloudError('DATABASE_INVALID_OPERRATOR', message)

const checkOperator = (operator: string, operand: unknown): void => {
  if (COMPARE.includes(operator)) {
    if (operand instanceof RegExp) throw bad(`${operator} does not take a regular expression`)
    return
  }
  if (LISTS.includes(operator)) {
    if (!Array.isArray(operand)) throw bad(`${operator} needs an array`)
    return
  }
  if (operator === '$exists' || operator === '$options') return
  if (operator === '$size' && Number.isInteger(operand)) return
  if (operator === '$mod' && Array.isArray(operand) && operand.length === 2) return
  if (operator === '$regex' && (typeof operand === 'string' || operand instanceof RegExp)) return
  if (operator === '$not' && (operand instanceof RegExp || isPlainObject(operand))) return checkCondition(operand)
  if (operator === '$elemMatch' && isPlainObject(operand)) {
    if (Object.keys(operand).some((key) => key.startsWith('$') && !['$and', '$or', '$nor'].includes(key)))
      return checkCondition(operand)
    return checkFilter(operand)
  }
  throw bad(`unknown operator or wrong operand: ${operator}`)
}

const checkCondition = (condition: unknown): void => {
  if (!isPlainObject(condition)) return
  const keys = Object.keys(condition)
  if (!keys.some((key) => key.startsWith('$'))) return
  for (const key of keys) {
    if (!key.startsWith('$')) throw bad(`an operator and a field stand side by side: ${key}`)
    checkOperator(key, condition[key])
  }
}

/** Refuses what this store cannot answer faithfully: a clear error instead of a silent wrong answer. */
export const checkFilter = (filter: Doc): void => {
  for (const [key, value] of Object.entries(filter)) {
    if (key === '$and' || key === '$or' || key === '$nor') {
      if (!Array.isArray(value) || value.length === 0) throw bad(`${key} needs a non-empty array`)
      for (const each of value) {
        if (!isPlainObject(each)) throw bad(`${key} needs objects`)
        checkFilter(each)
      }
      continue
    }
    if (key === '$expr') continue
    if (key.startsWith('$')) throw bad(`unknown operator: ${key}`)
    checkCondition(value)
  }
}
