import { Context } from 'mingo/core'
import { Lazy } from 'mingo/lazy'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { isPlainObject, type Doc } from '../values'
import type { Order } from '../translate'
import { accumulators, mergeObjects, type Accumulator } from './accumulators'
import { expressionOperators } from './expression-operators'
import { failed, type Expression } from './operands'
import { queryOperators } from './query-operators'
import { sortDocs } from './sort'

type Iterator = Parameters<typeof stages.$sort>[0]

export const isOrder = (value: unknown): value is Order =>
  isPlainObject(value) &&
  Object.keys(value).length > 0 &&
  Object.values(value).every((each) => each === 1 || each === -1)

const $sort = (docs: Iterator, order: unknown): Iterator => {
  if (!isOrder(order)) throw failed('$sort needs fields with 1 or -1')
  return docs.transform((all: Doc[]) => Lazy(sortDocs(all, order)))
}

// Of an operator that is both, mingo takes the expression even in a group, whose documents are a list.
const both =
  (grouped: Accumulator, single: Expression): Expression =>
  (doc, expression, options) =>
    Array.isArray(doc) ? grouped(doc, expression, options) : single(doc, expression, options)

const ours = {
  accumulator: accumulators,
  expression: {
    ...expressions,
    ...expressionOperators,
    // mingo's own types of these are narrower than what it calls them with.
    $first: both(accumulators.$first as Accumulator, expressions.$first as Expression),
    $last: both(accumulators.$last as Accumulator, expressions.$last as Expression),
    $mergeObjects: both(mergeObjects, expressions.$mergeObjects as Expression),
  },
  pipeline: { ...stages, $sort },
  projection: { ...projections },
  query: { ...queries, ...queryOperators },
}

/** mingo's operators, with ours where MongoDB answers otherwise. */
// mingo declares its operators as one union of its own functions' types, which no other function can satisfy.
export const semantics = Context.init(ours as unknown as Parameters<typeof Context.init>[0])
