import { isPlainObject, type Doc } from '../values'
import { failed } from './operands'
import { compareValues } from './order'
import { isOrder } from './context'
import { sortDocs } from './sort'

const MODIFIERS = ['$each', '$position', '$sort', '$slice']

const same = (a: unknown) => (b: unknown) => compareValues(a, b) === 0
const isWhole = (value: unknown): value is number => Number.isInteger(value)

const inOrder = (list: unknown[], sort: unknown): unknown[] => {
  if (sort === 1 || sort === -1) return list.slice().sort((a, b) => compareValues(a, b) * sort)
  if (!isOrder(sort) || !list.every(isPlainObject)) throw failed('$sort of a $push needs 1, -1 or fields of objects')
  return sortDocs(list, sort)
}

const pushed = (list: unknown[], operand: unknown): unknown[] => {
  if (!isPlainObject(operand) || !MODIFIERS.some((name) => name in operand)) return [...list, operand]
  const { $each, $position = list.length, $sort, $slice, ...others } = operand
  if (!Array.isArray($each)) throw failed('$each of a $push needs an array')
  if (Object.keys(others).length > 0) throw failed(`unknown modifier of $push: ${Object.keys(others).join(', ')}`)
  if (!isWhole($position) || ($slice !== undefined && !isWhole($slice)))
    throw failed('$position and $slice need whole numbers')
  const at = $position < 0 ? Math.max(0, list.length + $position) : $position
  const joined: unknown[] = [...list.slice(0, at), ...($each as unknown[]), ...list.slice(at)]
  const arranged = $sort === undefined ? joined : inOrder(joined, $sort)
  if ($slice === undefined) return arranged
  if ($slice === 0) return []
  return $slice > 0 ? arranged.slice(0, $slice) : arranged.slice($slice)
}

const addedToSet = (list: unknown[], operand: unknown): unknown[] => {
  const many = isPlainObject(operand) && '$each' in operand
  if (many && !Array.isArray(operand.$each)) throw failed('$each of an $addToSet needs an array')
  const wanted: unknown[] = many ? (operand.$each as unknown[]) : [operand] // just checked to be an array
  const next = list.slice()
  for (const each of wanted) if (!next.some(same(each))) next.push(each)
  return next
}

const pulledAll = (list: unknown[], operand: unknown): unknown[] => {
  if (!Array.isArray(operand)) throw failed('$pullAll needs an array')
  return list.filter((each) => !operand.some(same(each)))
}

export const ARRAY_UPDATES: Record<string, (list: unknown[], operand: unknown) => unknown[]> = {
  $push: pushed,
  $addToSet: addedToSet,
  $pullAll: pulledAll,
}

/** Whether an operator leaves a missing array missing instead of making it. */
export const needsArray = (name: keyof Doc) => name === '$pullAll'
