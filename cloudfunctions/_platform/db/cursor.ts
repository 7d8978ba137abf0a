import { createHash } from 'node:crypto'
import { command, type Query } from '../cloud'
import { sign, unsign } from '../crypto/token'
import type { Filter } from './filter'

/** One sort key and `_id` as the tie-break: the order of every list in the product. */
export type Order = { by: string; direction: 1 | -1 }

const filterHash = (filter: Filter, order: Order) =>
  createHash('sha256')
    .update(JSON.stringify([filter, order]))
    .digest('base64url')

const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], document) // documents are plain trees

/** Signed and bound to the filter and the caller: a cursor of one list, or of somebody else, opens nothing. */
export const cursorAfter = (key: Buffer, bound: string, filter: Filter, order: Order, { at, id }: Position): string =>
  sign(key, JSON.stringify([at.getTime(), id]), `cursor:${bound}:${filterHash(filter, order)}`)

export type Position = { at: Date; id: string }

/** Where a row stands in its list. */
export function positionOf(order: Order, row: unknown): Position {
  const at = valueAt(row, order.by)
  if (!(at instanceof Date)) throw new Error(`lists are sorted by time: ${order.by} is none`)
  return { at, id: String((row as { _id: unknown })._id) } // every document has an id
}

export function readCursor(
  key: Buffer,
  bound: string,
  filter: Filter,
  order: Order,
  cursor: string,
): Position | undefined {
  const payload = unsign(key, cursor, `cursor:${bound}:${filterHash(filter, order)}`)
  if (!payload) return undefined
  const [at, id] = JSON.parse(payload) as [number, string] // signed by us, so it is what cursorAfter wrote
  return { at: new Date(at), id }
}

const LONGEST = 8.64e15
/** Every row that has a time at all, as a range that the index serves. */
export const anyTime = ({ by, direction }: Order): Query => ({
  [by]: direction === 1 ? command.gte(new Date(-LONGEST)) : command.lte(new Date(LONGEST)),
})

/** Rows beyond a position. The first half is a range that the index serves; the second settles equal times. */
export function beyond({ by, direction }: Order, { at, id }: Position): Query {
  const [from, past] = direction === 1 ? (['gte', 'gt'] as const) : (['lte', 'lt'] as const)
  return command.and([
    { [by]: command[from](at) },
    command.or([{ [by]: command[past](at) }, { _id: command[past](id) }]),
  ])
}
