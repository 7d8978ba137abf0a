import { Query } from 'mingo/query'
import { isPlainObject } from '../values'
import { valuesMet } from './met'
import { compareValues, sameKind } from './order'

type Options = ConstructorParameters<typeof Query>[1]
type Test = (doc: unknown) => boolean

const meets =
  (path: string, test: (value: unknown) => boolean): Test =>
  (doc) =>
    valuesMet(doc, path).some(test)
const not =
  (test: Test): Test =>
  (doc) =>
    !test(doc)

const equal = (operand: unknown) => (value: unknown) => compareValues(value ?? null, operand ?? null) === 0
const either = (operand: unknown) =>
  operand instanceof RegExp ? (value: unknown) => typeof value === 'string' && operand.test(value) : equal(operand)

/** A range meets values of its own kind only; null is its own range. */
const range = (accept: (difference: number) => boolean) => (path: string, operand: unknown) =>
  meets(path, (value) => sameKind(value ?? null, operand) && accept(compareValues(value ?? null, operand)))

const listOf = (operand: unknown): unknown[] => (Array.isArray(operand) ? operand : [])
const oneOf = (path: string, operand: unknown): Test => {
  const tests = listOf(operand).map(either)
  return meets(path, (value) => tests.some((test) => test(value)))
}

const all = (path: string, operand: unknown, options: Options): Test => {
  const tests = listOf(operand).map((each): Test => {
    if (!isPlainObject(each) || !('$elemMatch' in each)) return meets(path, either(each))
    const query = new Query({ [path]: each }, options)
    return (doc) => isPlainObject(doc) && query.test(doc)
  })
  return (doc) => tests.length > 0 && tests.every((test) => test(doc))
}

const modulo = (path: string, operand: unknown): Test => {
  const [divisor, remainder] = listOf(operand).map((each) => Math.trunc(Number(each)))
  return meets(
    path,
    (value) => typeof value === 'number' && Number.isFinite(value) && Math.trunc(value) % (divisor ?? 1) === remainder,
  )
}

/** Where mingo answers otherwise than MongoDB: null, arrays inside arrays, `$all` on a single value, `$mod` on text. */
export const queryOperators = {
  $eq: (path: string, operand: unknown) => meets(path, equal(operand)),
  $ne: (path: string, operand: unknown) => not(meets(path, equal(operand))),
  $gt: range((difference) => difference > 0),
  $gte: range((difference) => difference >= 0),
  $lt: range((difference) => difference < 0),
  $lte: range((difference) => difference <= 0),
  $in: oneOf,
  $nin: (path: string, operand: unknown) => not(oneOf(path, operand)),
  $all: all,
  $mod: modulo,
}
