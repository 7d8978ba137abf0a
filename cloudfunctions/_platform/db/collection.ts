import { command, rawCollection, type Query } from '../cloud'
import { countCall } from '../meter'
import { beyond, type Order, type Position } from './cursor'
import type { Row } from './document'
import { both, queryOf, type Filter } from './filter'

/** How a collection's documents came to their present shape: `upgrades[n]` turns version n into n + 1. */
export type Schema = { name: string; version: number; upgrades?: Readonly<Record<number, (old: unknown) => unknown>> }

export type Collection<D extends Row> = {
  name: string
  find(id: string): Promise<D | undefined>
  findMany(ids: readonly string[]): Promise<D[]>
  /** Rows in order, at most `limit`, beyond a position. Every filter and order has its index in config/cloud. */
  list(
    filter: Filter,
    options: { order?: Order; limit: number; after?: Position | undefined; fields?: readonly string[] },
  ): Promise<D[]>
  /** False when a document with this id, or another unique value, is there already. */
  insert(document: Omit<D, 'rev' | 'v'>): Promise<boolean>
  /** Writes `next` if nobody wrote since `before` was read; false if somebody did. */
  replace(before: D, next: Omit<D, 'rev' | 'v'>): Promise<boolean>
  /** Removes the row if nobody wrote since it was read. */
  remove(row: D): Promise<boolean>
  /** Adds to numbers where the condition still holds; false if it does not. */
  increment(id: string, field: string, limit: number): Promise<boolean>
}

const isDuplicate = (fault: unknown) => /E11000|duplicate key/i.test(String((fault as Error | undefined)?.message))

export function collection<D extends Row>({ name, version, upgrades }: Schema): Collection<D> {
  const raw = rawCollection(name)

  function upgrade(read: unknown): D {
    let document = read as Row // whatever lies in the database was written by this adapter
    while (document.v < version) {
      const step = upgrades?.[document.v]
      if (!step) throw new Error(`${name}: no upgrade from version ${document.v}`)
      document = { ...(step(document) as Row), v: document.v + 1 }
    }
    return document as D
  }

  async function read(query: Query, limit: number, order?: Order, fields?: readonly string[]): Promise<D[]> {
    const sorted = order
      ? raw
          .where(query)
          .orderBy(order.by, order.direction === 1 ? 'asc' : 'desc')
          .orderBy('_id', order.direction === 1 ? 'asc' : 'desc')
      : raw.where(query)
    const projected = fields ? sorted.field(Object.fromEntries(['v', ...fields].map((field) => [field, true]))) : sorted
    const page = await countCall(query, () => projected.limit(limit).get())
    return page.data.map(upgrade)
  }

  return {
    name,
    find: async (id) => (await read({ _id: id }, 1))[0],
    findMany: async (ids) => (ids.length === 0 ? [] : read({ _id: command.in(ids) }, ids.length)),

    list(filter, { order, limit, after, fields }) {
      const query = queryOf(filter)
      return read(order && after ? both(query, beyond(order, after)) : query, limit, order, fields)
    },

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

    async remove({ _id, rev }) {
      const { stats } = await countCall(_id, () => raw.where({ _id, rev }).remove())
      return stats.removed === 1
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
