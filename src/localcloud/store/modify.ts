import { checkFieldNames, decodeStored, encodeStored } from './codec'
import { checkFilter } from './check-filter'
import { newId, type Engine } from './engine'
import { find } from './find'
import { checkId } from './insert'
import type { Meter } from './meter'
import { checkUpdate, updated } from './update'
import type { Doc } from './values'
import { decodeWireObject } from './wire'

export type ModifyRequest = {
  collection: string
  query?: string
  data: string
  multi: boolean
  merge: boolean
  upsert: boolean
  transactionId?: string
}
export type Modified = { updated: number; upsertId?: string; meter: Meter }

const change = (doc: Doc, data: Doc, filter: Doc, merge: boolean): Doc =>
  merge ? updated(doc, data, filter) : { _id: doc._id, ...data }

/** Changes the documents that match; a document that stays the same is not counted. */
export const modify = (engine: Engine, request: ModifyRequest, now: number): Modified => {
  const { collection, multi, merge, upsert } = request
  const transaction = engine.transaction(request.transactionId)
  const target = engine.collection(collection)
  const filter = decodeWireObject(request.query, now)
  const data = decodeWireObject(request.data, now)
  checkFilter(filter)
  if (merge) checkUpdate(data)
  else checkFieldNames(data)
  return engine.atomically(() => {
    const { texts, meter } = find(engine.reader(collection, transaction), target, filter, {
      limit: multi ? undefined : 1,
    })
    let count = 0
    for (const text of texts) {
      const before = decodeStored(text)
      const after = change(before, data, filter, merge)
      if (encodeStored(after) === text) continue
      engine.write(collection, before, after, transaction)
      count++
    }
    if (texts.length > 0 || !upsert) return { updated: count, meter }
    const fresh = change({ _id: checkId(filter._id ?? newId()) }, data, filter, merge)
    engine.write(collection, null, fresh, transaction)
    return { updated: 0, upsertId: String(fresh._id), meter }
  })
}
