import { invalid } from '../fault'
import { isPlainObject, type Doc } from './values'

// EJSON drops ".000" of a date, which breaks the order of dates as text: milliseconds are always written.
const encodeValue = (value: unknown): unknown => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value instanceof Date) return { $date: value.toISOString() }
  if (Array.isArray(value)) return value.map((item) => encodeValue(item ?? null))
  if (!isPlainObject(value)) throw invalid('a regular expression cannot be stored')
  const out: Doc = {}
  for (const key of Object.keys(value)) if (value[key] !== undefined) out[key] = encodeValue(value[key])
  return out
}

/** The text of a document in the store, which is also what the SDK reads (relaxed EJSON). */
export const encodeStored = (doc: unknown): string => JSON.stringify(encodeValue(doc))

const decodeValue = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = decodeValue(value[i])
    return value
  }
  const object = value as Doc // JSON.parse makes nothing else
  if (typeof object.$date === 'string') return new Date(object.$date)
  if (typeof object.$numberDouble === 'string') return Number(object.$numberDouble)
  for (const key in object) object[key] = decodeValue(object[key])
  return object
}

export const decodeStored = (text: string): Doc => decodeValue(JSON.parse(text)) as Doc // the store holds documents only

/** Refuses names that paths could not address; the cloud refuses them too. */
export const checkFieldNames = (value: unknown): void => {
  if (Array.isArray(value)) return value.forEach(checkFieldNames)
  if (!isPlainObject(value)) return
  for (const key of Object.keys(value)) {
    if (key.startsWith('$') || key.includes('.')) throw invalid(`a field cannot be named '${key}'`)
    checkFieldNames(value[key])
  }
}
