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
import { isPlainObject, type Doc } from './values'
import { decodeWire } from './wire'

export type Stage = { stageKey: string; stageValue: string }
export type AggregateRequest = { collection: string; stages: Stage[] }

const STAGES = [
  '$addFields', '$bucket', '$bucketAuto', '$count', '$geoNear', '$group', '$limit', '$lookup',
  '$match', '$project', '$replaceRoot', '$sample', '$skip', '$sort', '$sortByCount', '$unwind',
] // prettier-ignore
const UNLIMITED = 20
const LIMITED = 10_000

const decodeStage = ({ stageKey, stageValue }: Stage, now: number): Doc[] => {
  if (!STAGES.includes(stageKey)) throw invalid(`unknown aggregation stage: ${stageKey}`)
  const value = decodeWire(stageValue, now)
  if (stageKey === '$match' && isPlainObject(value)) checkFilter(value)
  if (stageKey === '$bucket' && isPlainObject(value)) return bucket(value)
  return [{ [stageKey]: value }]
}

const isOrder = (value: unknown): value is Order => isPlainObject(value) && Object.values(value).every((each) => each === 1 || each === -1)

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

/** The values of a local field; arrays count one by one, as in MongoDB. */
const localValues = (docs: Doc[], path: string): unknown[] =>
  aggregated(docs, [{ $project: { _id: 0, value: `$${path}` } }], () => []).flatMap(({ value }) => (Array.isArray(value) ? [...value, value] : [value ?? null]))

/** The few foreign documents that a lookup can meet, found by index; a pipeline may need them all. */
const foreignFor = (engine: Engine, docs: Doc[], lookup: Doc): { docs: Doc[]; meter: Meter } => {
  const { from, localField, foreignField } = lookup
  const simple = typeof localField === 'string' && typeof foreignField === 'string'
  const values = simple ? localValues(docs, localField).filter((value) => !Array.isArray(value) && !isPlainObject(value)) : []
  const filter: Doc = simple && docs.length > 0 && values.length <= 500 ? { [foreignField]: { $in: [...new Set(values)] } } : {}
  const found = find(engine.reader(String(from), undefined), engine.collection(String(from)), filter, {})
  return { docs: found.texts.map(decodeStored), meter: found.meter }
}

const runStages = (engine: Engine, docs: Doc[], stages: Doc[], meter: Meter): { docs: Doc[]; meter: Meter } => {
  const at = stages.findIndex((stage) => isPlainObject(stage.$lookup))
  if (at < 0) return { docs: aggregated(docs, stages, () => []), meter }
  const before = aggregated(docs, stages.slice(0, at), () => [])
  const lookup = stages[at] ?? {}
  const foreign = foreignFor(engine, before, isPlainObject(lookup.$lookup) ? lookup.$lookup : {})
  const joined = aggregated(before, [lookup], () => foreign.docs)
  return runStages(engine, joined, stages.slice(at + 1), sum(meter, foreign.meter))
}

/** Runs a pipeline; without a limit the cloud answers 20 rows, with one at most 10,000. */
export const aggregate = (engine: Engine, request: AggregateRequest, now: number): { list: string[]; meter: Meter } => {
  const target = engine.collection(request.collection)
  const stages = request.stages.flatMap((stage) => decodeStage(stage, now))
  const geo = stages[0]?.$geoNear
  if (stages.some((stage, at) => at > 0 && '$geoNear' in stage)) throw new CloudError('DATABASE_REQUEST_FAILED', '$geoNear must be the first stage')
  const leading = isPlainObject(geo) ? { filter: isPlainObject(geo.query) ? geo.query : {}, options: {}, rest: stages.slice(1) } : takeLeading(stages)
  const found = find(engine.reader(request.collection, undefined), target, leading.filter, leading.options)
  const read = found.texts.map(decodeStored)
  const { docs, meter } = runStages(engine, isPlainObject(geo) ? near(read, geo) : read, leading.rest, found.meter)
  const rows = docs.slice(0, stages.some((stage) => '$limit' in stage) ? LIMITED : UNLIMITED)
  return { list: rows.map(encodeStored), meter: { ...meter, returned: rows.length } }
}
