import { CloudError, invalid } from '../fault'
import { aggregated } from './arbiter'
import { bucket } from './bucket'
import { checkFilter } from './check-filter'
import { decodeStored, encodeStored } from './codec'
import type { Engine } from './engine'
import { find, type FindOptions } from './find'
import { near } from './geo'
import type { Meter } from './meter'
import type { Order } from './translate'
import { isPlainObject, isScalar, type Doc } from './values'
import { decodeWire } from './wire'

export type Stage = { stageKey: string; stageValue: string }
export type AggregateRequest = { collection: string; stages: Stage[] }

const STAGES = [
  '$addFields', '$bucket', '$bucketAuto', '$count', '$geoNear', '$group', '$limit', '$lookup',
  '$match', '$project', '$replaceRoot', '$sample', '$skip', '$sort', '$sortByCount', '$unwind',
] // prettier-ignore
const UNLIMITED = 20
const LIMITED = 10_000
const MOST_VALUES = 500

/** Refuses what is not emulated, also in the pipeline of a lookup. */
const prepare = (name: string, value: unknown): Doc[] => {
  if (!STAGES.includes(name)) throw invalid(`unknown aggregation stage: ${name}`)
  if (!isPlainObject(value)) return [{ [name]: value }]
  if (name === '$match') checkFilter(value)
  if (name === '$bucket') return bucket(value)
  if (name !== '$lookup' || !Array.isArray(value.pipeline)) return [{ [name]: value }]
  const inner = value.pipeline.filter(isPlainObject).flatMap(Object.entries)
  return [{ $lookup: { ...value, pipeline: inner.flatMap(([key, each]) => prepare(key, each)) } }]
}

const decodeStage = ({ stageKey, stageValue }: Stage, now: number): Doc[] =>
  prepare(stageKey, decodeWire(stageValue, now))

const isOrder = (value: unknown): value is Order =>
  isPlainObject(value) && Object.values(value).every((each) => each === 1 || each === -1)

/** The leading match, sort, skip and limit are answered by the store itself. */
const takeLeading = (stages: Doc[]): { filter: Doc; options: FindOptions; rest: Doc[] } => {
  const rest = [...stages]
  const filter = isPlainObject(rest[0]?.$match) ? rest[0].$match : {}
  if (isPlainObject(rest[0]?.$match)) rest.shift()
  const options: FindOptions = {}
  const order = rest[0]?.$sort
  if (isOrder(order)) {
    options.order = order
    rest.shift()
  }
  const skip = rest[0]?.$skip
  if (typeof skip === 'number') {
    options.skip = skip
    rest.shift()
  }
  const limit = rest[0]?.$limit
  if (typeof limit === 'number') {
    options.limit = limit
    rest.shift()
  }
  return { filter, options, rest }
}

const sum = (a: Meter, b: Meter): Meter => ({
  plan: `${a.plan}, ${b.plan}`,
  keysExamined: a.keysExamined + b.keysExamined,
  docsExamined: a.docsExamined + b.docsExamined,
  returned: a.returned,
  scan: a.scan || b.scan,
})

/** The values of a local field; the elements of an array count one by one, as in MongoDB. */
const localValues = (docs: Doc[], path: string): unknown[] =>
  aggregated(docs, [{ $project: { _id: 0, value: `$${path}` } }], () => []).flatMap(({ value }) => value ?? null)

/** A filter for the few foreign documents that a lookup can meet; everything when it cannot be told. */
const foreignFilter = (docs: Doc[], { localField, foreignField }: Doc): Doc => {
  if (typeof localField !== 'string' || typeof foreignField !== 'string' || docs.length === 0) return {}
  const values = [...new Set(localValues(docs, localField))]
  return values.length <= MOST_VALUES && values.every(isScalar) ? { [foreignField]: { $in: values } } : {}
}

const readAll = (engine: Engine, collection: string, filter: Doc) => {
  const { texts, meter } = find(engine.reader(collection, undefined), engine.collection(collection), filter, {})
  return { docs: texts.map(decodeStored), meter }
}

/** Runs the stages one lookup after another, each with only the foreign documents that it needs. */
const runStages = (engine: Engine, docs: Doc[], stages: Doc[], meter: Meter): { docs: Doc[]; meter: Meter } => {
  const at = stages.findIndex((stage) => '$lookup' in stage)
  const stage = stages[at]
  if (!stage) return { docs: aggregated(docs, stages, () => []), meter }
  const lookup = isPlainObject(stage.$lookup) ? stage.$lookup : {}
  const from = String(lookup.from)
  const before = aggregated(docs, stages.slice(0, at), () => [])
  const foreign = readAll(engine, from, foreignFilter(before, lookup))
  const joined = aggregated(before, [stage], (name) => (name === from ? foreign.docs : readAll(engine, name, {}).docs))
  return runStages(engine, joined, stages.slice(at + 1), sum(meter, foreign.meter))
}

/** Runs a pipeline; without a limit the cloud answers 20 rows, with one at most 10,000. */
export const aggregate = (engine: Engine, request: AggregateRequest, now: number): { list: string[]; meter: Meter } => {
  const target = engine.collection(request.collection)
  const stages = request.stages.flatMap((stage) => decodeStage(stage, now))
  const geo = stages[0]?.$geoNear
  if (stages.some((stage, at) => at > 0 && '$geoNear' in stage))
    throw new CloudError('DATABASE_REQUEST_FAILED', '$geoNear must be the first stage')
  const leading = isPlainObject(geo)
    ? { filter: isPlainObject(geo.query) ? geo.query : {}, options: {}, rest: stages.slice(1) }
    : takeLeading(stages)
  const found = find(engine.reader(request.collection, undefined), target, leading.filter, leading.options)
  const read = found.texts.map(decodeStored)
  const { docs, meter } = runStages(engine, isPlainObject(geo) ? near(read, geo) : read, leading.rest, found.meter)
  const rows = docs.slice(0, stages.some((stage) => '$limit' in stage) ? LIMITED : UNLIMITED)
  return { list: rows.map(encodeStored), meter: { ...meter, returned: rows.length } }
}
