import { command, rawCollection, type Query } from '../cloud'
import { orLeftOut } from '../left-out'
import { countCall } from '../meter'
import { anyTime, beyond, positionOf, type Order, type Position } from './cursor'
import type { Row } from './document'
import { both, queryOf, type Filter } from './filter'

/**
 * How a collection's documents came to their present shape: `upgrades[n]` turns version n into n + 1. `fits` judges whole
 * documents on which the pages of others depend.
 */
export type Schema<D extends Row = Row> = {
  name: string
  version: number
  upgrades?: Readonly<Record<number, (old: unknown) => unknown>>
  fits?: (document: D) => boolean
}

/** What is left to be sure of in a document that may not be readable. */
export type Head = { _id: string; rev: unknown }
type Listed = { order?: Order; limit: number; after?: Position | undefined; fields?: readonly string[] }
type Ordered = Listed & { order: Order }

export type Collection<D extends Row> = {
  name: string
  /** Throws when the document is there and cannot be read. Every other reading of many leaves such a one out. */
  find(id: string): Promise<D | undefined>
  findMany(ids: readonly string[]): Promise<D[]>
  /** Rows in order, at most `limit`, beyond a position. Every filter and order has its index in config/cloud. */
  list(filter: Filter, options: Listed): Promise<D[]>
  /** The same with the position of the last row of the page, left out or not, when there are more beyond it. */
  page(filter: Filter, options: Ordered): Promise<{ rows: D[]; end?: Position }>
  /** What matches, readable or not: for work that must get past a document that it cannot read. */
  heads(filter: Filter, options: Listed): Promise<Head[]>
  /** False when a document with this id, or another unique value, is there already. */
  insert(document: Omit<D, 'rev' | 'v'>): Promise<boolean>
  /** Writes `next` if nobody wrote since `before` was read; false if somebody did. */
  replace(before: D, next: Omit<D, 'rev' | 'v'>): Promise<boolean>
  /** Removes the row if nobody wrote since it was read. */
  remove(row: Head): Promise<boolean>
  /** Writes single fields of a document that cannot be read, if nobody wrote since: out of the way, and nothing lost. */
  setAside(head: Head, fields: Record<string, unknown>): Promise<boolean>
  /** Adds to numbers where the condition still holds; false if it does not. */
  increment(id: string, field: string, limit: number): Promise<boolean>
}

const isDuplicate = (fault: unknown) => /E11000|duplicate key/i.test(String((fault as Error | undefined)?.message))

/** A count of writes that a condition can name; a document that lost its own has only its id. */
const unwritten = ({ _id, rev }: Head) => (Number.isSafeInteger(rev) ? { _id, rev } : { _id })

export function collection<D extends Row>({ name, version, upgrades, fits }: Schema<D>): Collection<D> {
  const raw = rawCollection(name)

  function upgrade(read: unknown): D {
    let document = read as Row // whatever lies in the database was written by this adapter, or is found out here
    if (!Number.isSafeInteger(document.v) || document.v < 1) throw new Error(`${name}: a document of no version`)
    while (document.v < version) {
      const step = upgrades?.[document.v]
      if (!step) throw new Error(`${name}: no upgrade from version ${document.v}`)
      document = { ...(step(document) as Row), v: document.v + 1 }
    }
    return document as D
  }

  function whole(read: unknown): D {
    const document = upgrade(read)
    if (fits && !fits(document)) throw new Error(`${name}: a document that does not fit`)
    return document
  }

  const readable = (found: readonly unknown[], judge: (read: unknown) => D): D[] =>
    found.flatMap((row) => orLeftOut(name, (row as Row)._id, () => judge(row))) // a document has an id

  async function read(query: Query, { limit, order, fields }: Listed): Promise<unknown[]> {
    const sorted = order
      ? raw
          .where(query)
          .orderBy(order.by, order.direction === 1 ? 'asc' : 'desc')
          .orderBy('_id', order.direction === 1 ? 'asc' : 'desc')
      : raw.where(query)
    const projected = fields ? sorted.field(Object.fromEntries(['v', ...fields].map((field) => [field, true]))) : sorted
    const page = await countCall(query, () => projected.limit(limit).get())
    return page.data
  }

  /** A list in order of time holds what has a time: anything else would stand before the oldest, and has no position. */
  function matching(filter: Filter, { order, after }: Listed): Query {
    const query = queryOf(filter)
    if (!order || order.by in filter) return query
    return both(query, after ? beyond(order, after) : anyTime(order))
  }

  return {
    name,
    find: async (id) => (await read({ _id: id }, { limit: 1 })).map(whole)[0],
    findMany: async (ids) =>
      ids.length === 0 ? [] : readable(await read({ _id: command.in(ids) }, { limit: ids.length }), whole),
    list: async (filter, options) =>
      readable(await read(matching(filter, options), options), options.fields ? upgrade : whole),

    async page(filter, { limit, ...options }) {
      const found = await read(matching(filter, options as Ordered), { ...options, limit: limit + 1 })
      const shown = found.slice(0, limit)
      const end = found.length > limit ? positionOf(options.order, shown.at(-1)) : undefined
      return { rows: readable(shown, options.fields ? upgrade : whole), ...(end ? { end } : {}) }
    },

    heads: async (filter, options) =>
      (await read(matching(filter, options), { ...options, fields: ['rev'] })) as Head[], // a projection to these two fields

    async insert(document) {
      const data = { ...document, rev: 1, v: version }
      try {
        await countCall(data, () => raw.add({ data }))
        return true
      } catch (fault) {
        if (isDuplicate(fault)) return false
        throw fault
      }
    },

    async replace(before, next) {
      if (before.v > version) throw new Error(`${name}: written by a newer version`)
      const { _id, rev, v, ...old } = { ...before, v: version }
      const { _id: _same, ...fresh } = { ...next, _id }
      const gone = Object.keys(old).filter((field) => (fresh as Record<string, unknown>)[field] === undefined) // a document is a plain record
      const data = {
        ...Object.fromEntries(gone.map((field) => [field, command.remove()])),
        ...Object.fromEntries(
          Object.entries({ ...fresh, v })
            .filter(([field, value]) => value !== undefined && field !== 'rev')
            .map(([field, value]) => [field, command.set(value)]),
        ),
        rev: rev + 1,
      }
      const { stats } = await countCall(data, () => raw.where({ _id, rev }).update({ data }))
      return stats.updated === 1
    },

    async remove(row) {
      const { stats } = await countCall(row._id, () => raw.where(unwritten(row)).remove())
      return stats.removed === 1
    },

    async setAside(head, fields) {
      const set = Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, command.set(value)]))
      const data = { ...set, ...(Number.isSafeInteger(head.rev) ? { rev: command.inc(1) } : {}) }
      const { stats } = await countCall(data, () => raw.where(unwritten(head)).update({ data }))
      return stats.updated === 1
    },

    async increment(id, field, limit) {
      const query = { _id: id, [field]: command.lt(limit) }
      const { stats } = await countCall(query, () =>
        raw.where(query).update({ data: { [field]: command.inc(1), rev: command.inc(1) } }),
      )
      return stats.updated === 1
    },
  }
}
