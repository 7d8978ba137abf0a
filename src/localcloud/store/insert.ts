import { CloudError, invalid } from '../fault'
import { checkFieldNames } from './codec'
import type { Collection } from './collection'
import { newId, type Engine } from './engine'
import type { Transaction } from './transaction'
import type { Doc } from './values'
import { decodeWireObject } from './wire'

export type InsertRequest = { collection: string; data: string[]; transactionId?: string }

export const checkId = (id: unknown): string => {
  if (typeof id === 'string' && id !== '' && id.length <= 512) return id
  throw invalid('_id must be a non-empty text')
}

// A transaction learns of a taken id at once; outside of one, the table itself refuses it.
const existsIn = (transaction: Transaction, target: Collection, id: string): boolean => {
  const written = transaction.overlay(target.name).get(id)
  return written !== undefined ? written !== null : target.text(id) !== undefined
}

/** Adds documents, all or none; answers their ids. */
export const insert = (engine: Engine, { collection, data, transactionId }: InsertRequest, now: number): string[] => {
  const transaction = engine.transaction(transactionId)
  const target = engine.collection(collection)
  if (data.length === 0) throw invalid('no document was given')
  const docs = data.map((text): Doc => {
    const { _id = newId(), ...rest } = decodeWireObject(text, now)
    checkFieldNames(rest)
    return { _id: checkId(_id), ...rest }
  })
  const write = (doc: Doc) => {
    const id = String(doc._id)
    if (transaction && existsIn(transaction, target, id))
      throw new CloudError(
        'DATABASE_REQUEST_FAILED',
        `E11000 duplicate key error collection: ${collection} index: _id_`,
      )
    engine.write(collection, null, doc, transaction)
    return id
  }
  return engine.atomically(() => docs.map(write))
}
