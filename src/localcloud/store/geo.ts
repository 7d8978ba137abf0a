import { CloudError } from '../fault'
import { isPlainObject, type Doc } from './values'

const EARTH = 6_378_100

const coordinatesOf = (value: unknown): [number, number] | undefined => {
  if (!isPlainObject(value) || value.type !== 'Point' || !Array.isArray(value.coordinates)) return undefined
  const [longitude, latitude] = value.coordinates as unknown[] // checked in the next line
  return typeof longitude === 'number' && typeof latitude === 'number' ? [longitude, latitude] : undefined
}

/** Metres between two points on the sphere (haversine). */
const distance = (from: [number, number], to: [number, number]): number => {
  const rad = Math.PI / 180
  const lat = Math.sin(((to[1] - from[1]) * rad) / 2) ** 2
  const lon = Math.sin(((to[0] - from[0]) * rad) / 2) ** 2
  return 2 * EARTH * Math.asin(Math.sqrt(lat + Math.cos(from[1] * rad) * Math.cos(to[1] * rad) * lon))
}

const at = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (isPlainObject(value) ? value[part] : undefined), doc)

const pointOf = (doc: Doc, key: unknown) =>
  typeof key === 'string' ? coordinatesOf(at(doc, key)) : Object.values(doc).map(coordinatesOf).find(Boolean)

/** `$geoNear` on documents that were already filtered by its query: nearest first, with the distance in metres. */
export const near = (docs: Doc[], stage: Doc): Doc[] => {
  const from = coordinatesOf(stage.near)
  const field = stage.distanceField
  if (!from || typeof field !== 'string')
    throw new CloudError('DATABASE_REQUEST_FAILED', '$geoNear needs near and distanceField')
  const least = typeof stage.minDistance === 'number' ? stage.minDistance : 0
  const most = typeof stage.maxDistance === 'number' ? stage.maxDistance : Infinity
  const factor = typeof stage.distanceMultiplier === 'number' ? stage.distanceMultiplier : 1
  const measured = docs.flatMap((doc) => {
    const point = pointOf(doc, stage.key)
    const metres = point ? distance(from, point) : NaN
    return metres >= least && metres <= most ? [{ doc, metres }] : []
  })
  return measured.sort((a, b) => a.metres - b.metres).map(({ doc, metres }) => ({ ...doc, [field]: metres * factor }))
}
