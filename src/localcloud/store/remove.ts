import { checkFilter } from './check-filter'
import { decodeStored } from './codec'
import type { Engine } from './engine'
import { find } from './find'
import type { Meter } from './meter'
import { decodeWireObject } from './wire'

export type RemoveRequest = { collection: string; query?: string; multi: boolean; transactionId?: string }

export const remove = (engine: Engine, request: RemoveRequest, now: number): { deleted: number; meter: Meter } => {
  const transaction = engine.transaction(request.transactionId)
  const target = engine.collection(request.collection)
  const filter = decodeWireObject(request.query, now)
  checkFilter(filter)
  return engine.atomically(() => {
    const reader = engine.reader(request.collection, transaction)
    const { texts, meter } = find(reader, target, filter, { limit: request.multi ? undefined : 1 })
    for (const text of texts) engine.write(request.collection, decodeStored(text), null, transaction)
    return { deleted: texts.length, meter }
  })
}
