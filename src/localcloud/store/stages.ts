import { invalid } from '../fault'
import { bucket } from './bucket'
import { checkFilter } from './check-filter'
import { isPlainObject, type Doc } from './values'
import { decodeWire } from './wire'

export type Stage = { stageKey: string; stageValue: string }

const STAGES = [
  '$addFields', '$bucket', '$bucketAuto', '$count', '$geoNear', '$group', '$limit', '$lookup',
  '$match', '$project', '$replaceRoot', '$sample', '$skip', '$sort', '$sortByCount', '$unwind',
] // prettier-ignore

/** Refuses what is not emulated, also in the pipeline of a lookup. */
const prepare = (name: string, value: unknown): Doc[] => {
  if (!STAGES.includes(name)) throw invalid(`unknown aggregation stage: ${name}`)
  if (name === '$sortByCount') return [{ $group: { _id: value, count: { $sum: 1 } } }, { $sort: { count: -1 } }]
  if (!isPlainObject(value)) return [{ [name]: value }]
  if (name === '$match') checkFilter(value)
  if (name === '$bucket') return bucket(value)
  if (name !== '$lookup' || !Array.isArray(value.pipeline)) return [{ [name]: value }]
  const inner = value.pipeline.filter(isPlainObject).flatMap(Object.entries)
  return [{ $lookup: { ...value, pipeline: inner.flatMap(([key, each]) => prepare(key, each)) } }]
}

export const decodeStage = ({ stageKey, stageValue }: Stage, now: number): Doc[] =>
  prepare(stageKey, decodeWire(stageValue, now))
