import { evalExpr } from 'mingo/core'
import * as mingo from 'mingo/operators/accumulator'
import { isPlainObject } from '../values'
import type { ExpressionOptions } from './operands'
import { compareValues } from './order'

export type Accumulator = (docs: unknown[], expression: unknown, options: ExpressionOptions) => unknown

// What mingo passes on is its own state around the caller's options; its root is the whole group.
const optionsInside = (options: ExpressionOptions): ExpressionOptions =>
  'options' in options ? (options.options as ExpressionOptions) : options

/** The values of a group's documents, without the missing ones; in a projection they come evaluated, with no expression. */
const valuesOf = (docs: unknown[], expression: unknown, options: ExpressionOptions): unknown[] => {
  if (expression === null || expression === undefined) return docs
  const inside = optionsInside(options)
  return docs.map((doc): unknown => evalExpr(doc, expression, inside)).filter((value) => value !== undefined)
}

const deviation =
  (least: number, divisor: (count: number) => number): Accumulator =>
  (docs, expression, options) => {
    const numbers = valuesOf(docs, expression, options).filter((each): each is number => typeof each === 'number')
    if (numbers.length < least) return null
    const mean = numbers.reduce((sum, each) => sum + each, 0) / numbers.length
    return Math.sqrt(numbers.reduce((sum, each) => sum + (each - mean) ** 2, 0) / divisor(numbers.length))
  }

const addToSet: Accumulator = (docs, expression, options) => {
  const sorted = valuesOf(docs, expression, options).sort(compareValues)
  return sorted.filter((value, i) => i === 0 || compareValues(value, sorted[i - 1]) !== 0)
}

/** Objects laid over each other; a field that is missing in a later one stays. */
export const mergeObjects: Accumulator = (docs, expression, options) => {
  const merged: Record<string, unknown> = {}
  for (const each of valuesOf(docs, expression, options).filter(isPlainObject))
    for (const [name, value] of Object.entries(each)) if (value !== undefined) merged[name] = value
  return merged
}

export const accumulators = {
  ...mingo,
  $addToSet: addToSet,
  $mergeObjects: mergeObjects,
  $push: valuesOf,
  $stdDevPop: deviation(1, (count) => count),
  $stdDevSamp: deviation(2, (count) => count - 1),
}
