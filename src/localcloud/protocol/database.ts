import { invalid } from '../fault'
import type { Services } from '../services'
import type { Meter } from '../store/meter'
import { refuseEscape, reportEscape } from './open-transactions'
import { isFields, list, optionalCount, optionalText, text, texts, type Fields } from './fields'

export type Reply = Record<string, unknown>
type Action = (services: Services, fields: Fields) => Promise<Reply>

const MOST_ROWS = 1000
const DEFAULT_ROWS = 100

/** Runs one metered question to the store. */
const metered = async <T>(
  { calls, pool }: Services,
  fields: Fields,
  work: () => Promise<{ answer: T; ms: number }>,
  meterOf: (answer: T) => Meter | undefined,
): Promise<T> => {
  const call = {
    action: String(fields.action),
    collection: String(fields.collectionName),
    query: optionalText(fields, 'query'),
    order: optionalText(fields, 'order'),
    invocation: pool.callOf(String(fields.wxCloudApiToken))?.id,
  }
  try {
    const { answer, ms } = await work()
    calls.add({ ...call, ms }, meterOf(answer))
    return answer
  } catch (thrown) {
    calls.add({ ...call, ms: 0, fault: thrown instanceof Error ? thrown.message : String(thrown) })
    throw thrown
  }
}

const insertDocument: Action = async (services, fields) => {
  const request = {
    collection: text(fields, 'collectionName'),
    data: texts(fields, 'data'),
    transactionId: optionalText(fields, 'transactionId'),
  }
  const { ids } = await metered(
    services,
    fields,
    () => services.store.ask('insert', request),
    () => undefined,
  )
  return { data: { insertedIds: ids } }
}

/** The SDK itself cuts a larger limit to 1000 before it asks. */
const rowsAsked = (fields: Fields): number => {
  const asked = optionalCount(fields, 'limit') || DEFAULT_ROWS
  if (asked > MOST_ROWS) throw invalid(`at most ${MOST_ROWS} documents can be asked for`)
  return asked
}

const getDocument: Action = async (services, fields) => {
  const one = fields.queryType === 'DOC'
  const request = {
    collection: text(fields, 'collectionName'),
    query: optionalText(fields, 'query'),
    order: optionalText(fields, 'order'),
    offset: optionalCount(fields, 'offset'),
    limit: one ? 1 : rowsAsked(fields),
    projection: optionalText(fields, 'projection'),
    transactionId: optionalText(fields, 'transactionId'),
  }
  const { list: found } = await metered(
    services,
    fields,
    () => services.store.ask('get', request),
    ({ meter }) => meter,
  )
  return { data: { list: found } }
}

const calculateDocument: Action = async (services, fields) => {
  reportEscape(services, fields)
  const request = { collection: text(fields, 'collectionName'), query: optionalText(fields, 'query') }
  const { total } = await metered(
    services,
    fields,
    () => services.store.ask('count', request),
    ({ meter }) => meter,
  )
  return { data: { total } }
}

const modifyDocument: Action = async (services, fields) => {
  refuseEscape(services, fields)
  const request = {
    collection: text(fields, 'collectionName'),
    query: optionalText(fields, 'query'),
    data: text(fields, 'data'),
    multi: fields.multi === true,
    merge: fields.merge === true,
    upsert: fields.upsert === true,
    transactionId: optionalText(fields, 'transactionId'),
  }
  const { updated, upsertId } = await metered(
    services,
    fields,
    () => services.store.ask('modify', request),
    ({ meter }) => meter,
  )
  return { data: { updated, upsert_id: upsertId } }
}

const removeDocument: Action = async (services, fields) => {
  refuseEscape(services, fields)
  const request = {
    collection: text(fields, 'collectionName'),
    query: optionalText(fields, 'query'),
    multi: fields.multi === true,
    transactionId: optionalText(fields, 'transactionId'),
  }
  const { deleted } = await metered(
    services,
    fields,
    () => services.store.ask('remove', request),
    ({ meter }) => meter,
  )
  return { data: { deleted } }
}

const aggregateDocuments: Action = async (services, fields) => {
  reportEscape(services, fields)
  const stages = list(fields, 'stages').map((stage) => {
    if (!isFields(stage)) throw invalid('a stage must be an object')
    return { stageKey: text(stage, 'stageKey'), stageValue: text(stage, 'stageValue') }
  })
  const request = { collection: text(fields, 'collectionName'), stages }
  const shown = {
    ...fields,
    query: `[${stages.map(({ stageKey, stageValue }) => `{${JSON.stringify(stageKey)}:${stageValue}}`).join(',')}]`,
  }
  const { list: rows, cut } = await metered(
    services,
    shown,
    () => services.store.ask('aggregate', request),
    ({ meter }) => meter,
  )
  if (cut)
    services.calls.noteOnce(
      `an aggregation of ${request.collection} had more rows than were asked for and was cut to ${rows.length}: ${stages.map(({ stageKey }) => stageKey).join(' ')}`,
    )
  return { data: { list: rows } }
}

const addCollection: Action = async ({ description }, fields) => {
  const name = text(fields, 'collectionName')
  if (description.collections[name]) throw invalid(`the collection '${name}' exists already`)
  throw invalid(`the collection '${name}' is not in the cloud's description`)
}

const startTransaction: Action = async ({ store, openTransactions }, fields) => {
  const { answer } = await store.ask('begin', undefined)
  openTransactions.opened(answer.id, optionalText(fields, 'wxCloudApiToken'))
  return { transactionId: answer.id }
}

const commitTransaction: Action = async ({ store, openTransactions }, fields) => {
  openTransactions.ended(text(fields, 'transactionId'))
  await store.ask('commit', { id: text(fields, 'transactionId') })
  return {}
}

const abortTransaction: Action = async ({ store, openTransactions }, fields) => {
  openTransactions.ended(text(fields, 'transactionId'))
  await store.ask('abort', { id: text(fields, 'transactionId') })
  return {}
}

export const databaseActions: Record<string, Action> = {
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.addCollection': addCollection,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
}
