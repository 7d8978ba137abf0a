import type { CloudDescription } from '../../../config/cloud'
import type { SharedClock } from '../clock'
import { aggregate, type AggregateRequest } from './aggregate'
import { moveAhead, readAhead } from './clock-table'
import { describe } from './describe'
import type { Engine } from './engine'
import { calculate, get, type GetRequest } from './get'
import { insert, type InsertRequest } from './insert'
import type { Meter } from './meter'
import { modify, type ModifyRequest } from './modify'
import { addSent, clearSent, listSent } from './outbox-table'
import { remove, type RemoveRequest } from './remove'
import type { ScanPolicy } from './scans'

/** Everything that the store's worker can be asked; the table is both its dispatch and its type. */
export const requests = {
  insert: (engine: Engine, request: InsertRequest, now: number) => ({ ids: insert(engine, request, now) }),
  get: (engine: Engine, request: GetRequest, now: number) => get(engine, request, now),
  count: (engine: Engine, request: { collection: string; query?: string }, now: number) =>
    calculate(engine, request, now),
  modify: (engine: Engine, request: ModifyRequest, now: number) => modify(engine, request, now),
  remove: (engine: Engine, request: RemoveRequest, now: number) => remove(engine, request, now),
  aggregate: (engine: Engine, request: AggregateRequest, now: number) => aggregate(engine, request, now),
  begin: (engine: Engine) => ({ id: engine.begin() }),
  commit: (engine: Engine, { id }: { id: string }) => engine.commit(id),
  abort: (engine: Engine, { id }: { id: string }) => {
    engine.transaction(id)
    engine.abort(id)
  },
  addSent: (engine: Engine, { id, at, entry }: { id: string; at: number; entry: string }) =>
    addSent(engine.sql, id, at, entry),
  listSent: (engine: Engine) => listSent(engine.sql),
  clearSent: (engine: Engine) => clearSent(engine.sql),
  readClock: (engine: Engine) => readAhead(engine.sql),
  moveClock: (engine: Engine, { by }: { by: number }) => moveAhead(engine.sql, by),
  describe: (engine: Engine, { collections }: { collections: string[] }) => describe(engine, collections),
}

export type Requests = typeof requests
export type RequestName = keyof Requests
export type RequestOf<N extends RequestName> = Parameters<Requests[N]>[1]
export type AnswerOf<N extends RequestName> = ReturnType<Requests[N]>

export type StoreStart = {
  dir: string
  description: Pick<CloudDescription, 'collections'>
  durable?: boolean
  clock: SharedClock
  scans?: ScanPolicy
}
export type ToStore = { id: number; name: RequestName | 'close'; request: unknown }
export type FromStore = {
  id: number
  answer?: unknown
  fault?: { code?: string; message: string }
  ms?: number
  meter?: Meter
  /** With the first message: what was found damaged and left out. */
  report?: string | null
}
