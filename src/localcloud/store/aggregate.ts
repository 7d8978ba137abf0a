import { CloudError } from '../fault'
import { aggregated } from './arbiter'
import { decodeStored, encodeStored } from './codec'
import type { Engine } from './engine'
import { count, find, type FindOptions } from './find'
import { near } from './geo'
import { groupBySql } from './group'
import { joined } from './lookup'
import { addMeters, type Meter } from './meter'
import { isOrder } from './semantics/context'
import { decodeStage, type Stage } from './stages'
import { isPlainObject, type Doc } from './values'

export type AggregateRequest = { collection: string; stages: Stage[] }
/** `cut`: there were more rows than the cloud gives without a limit. */
export type Aggregated = { list: string[]; meter: Meter; cut: boolean }

const UNLIMITED = 20
const LIMITED = 10_000

type Leading = { filter: Doc; options: FindOptions; rest: Doc[] }

/** The leading match, sort, skip and limit are answered by the store itself. */
const takeLeading = (stages: Doc[]): Leading => {
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

type Read = { docs: Doc[]; rest: Doc[]; meter: Meter }

/** A first group or count of everything that matches, when SQL can say it exactly. */
const summarised = (engine: Engine, collection: string, { filter, options, rest }: Leading): Read | undefined => {
  const [first, ...others] = rest
  if (!first || options.skip !== undefined || options.limit !== undefined) return undefined
  const reader = engine.reader(collection, undefined)
  const target = engine.collection(collection)
  if (typeof first.$count === 'string') {
    const { total, meter } = count(reader, target, filter)
    return { docs: total > 0 ? [{ [first.$count]: total }] : [], rest: others, meter }
  }
  const grouped = isPlainObject(first.$group) ? groupBySql(reader, target, filter, first.$group) : undefined
  return grouped && { ...grouped, rest: others }
}

const readFirst = (engine: Engine, collection: string, stages: Doc[]): Read => {
  const geo = stages[0]?.$geoNear
  if (stages.some((stage, at) => at > 0 && '$geoNear' in stage))
    throw new CloudError('DATABASE_REQUEST_FAILED', '$geoNear must be the first stage')
  const leading = isPlainObject(geo)
    ? { filter: isPlainObject(geo.query) ? geo.query : {}, options: {}, rest: stages.slice(1) }
    : takeLeading(stages)
  const summary = isPlainObject(geo) ? undefined : summarised(engine, collection, leading)
  if (summary) return summary
  const { filter, options, rest } = leading
  const { texts, meter } = find(engine.reader(collection, undefined), engine.collection(collection), filter, options)
  const docs = texts.map(decodeStored)
  return { docs: isPlainObject(geo) ? near(docs, geo) : docs, rest, meter }
}

/** Runs a pipeline; without a limit the cloud answers 20 rows, with one at most 10,000. */
export const aggregate = (engine: Engine, request: AggregateRequest, now: number): Aggregated => {
  const stages = request.stages.flatMap((stage) => decodeStage(stage, now))
  const first = readFirst(engine, request.collection, stages)
  let { meter } = first
  const spend = (more: Meter) => void (meter = addMeters(meter, more))
  const run = (docs: Doc[], rest: Doc[], variables: Doc): Doc[] => {
    const at = rest.findIndex((stage) => '$lookup' in stage)
    const lookup = rest[at]?.$lookup
    if (!isPlainObject(lookup)) return aggregated(docs, rest, variables)
    const before = aggregated(docs, rest.slice(0, at), variables)
    return run(joined({ engine, spend, run }, before, lookup, variables), rest.slice(at + 1), variables)
  }
  const docs = run(first.docs, first.rest, {})
  const limited = stages.some((stage) => '$limit' in stage)
  const rows = docs.slice(0, limited ? LIMITED : UNLIMITED)
  return {
    list: rows.map(encodeStored),
    meter: { ...meter, returned: rows.length },
    cut: rows.length < docs.length,
  }
}
