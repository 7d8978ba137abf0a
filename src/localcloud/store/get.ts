import { invalid } from '../fault'
import { projected } from './arbiter'
import { checkFilter } from './check-filter'
import { decodeStored, encodeStored } from './codec'
import type { Engine } from './engine'
import { count, find } from './find'
import type { Meter } from './meter'
import type { Order } from './translate'
import type { Doc } from './values'
import { decodeWireObject } from './wire'

export type GetRequest = {
  collection: string
  query?: string
  order?: string
  offset?: number
  limit: number
  projection?: string
  transactionId?: string
}

const orderOf = (order: Doc): Order | undefined => {
  const entries = Object.entries(order)
  if (entries.length === 0) return undefined
  return Object.fromEntries(
    entries.map(([path, direction]) => {
      if (direction !== 1 && direction !== -1) throw invalid(`not an order: ${path}`)
      return [path, direction]
    }),
  )
}

/** The texts of the documents that match. */
export const get = (engine: Engine, request: GetRequest, now: number): { list: string[]; meter: Meter } => {
  const transaction = engine.transaction(request.transactionId)
  const target = engine.collection(request.collection)
  const filter = decodeWireObject(request.query, now)
  checkFilter(filter)
  const { texts, meter } = find(engine.reader(request.collection, transaction), target, filter, {
    order: orderOf(decodeWireObject(request.order, now)),
    skip: request.offset,
    limit: request.limit,
  })
  if (!request.projection) return { list: texts, meter }
  return {
    list: projected(texts.map(decodeStored), decodeWireObject(request.projection, now)).map(encodeStored),
    meter,
  }
}

export const calculate = (engine: Engine, request: { collection: string; query?: string }, now: number) => {
  const filter = decodeWireObject(request.query, now)
  checkFilter(filter)
  return count(engine.reader(request.collection, undefined), engine.collection(request.collection), filter)
}
