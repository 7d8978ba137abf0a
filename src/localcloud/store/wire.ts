import { CloudError } from '../fault'
import type { Doc } from './values'

const unsupported = [
  '$oid',
  '$binary',
  '$numberDecimal',
  '$timestamp',
  '$symbol',
  '$code',
  '$minKey',
  '$maxKey',
  '$undefined',
]

const decodeDate = (value: unknown): Date => {
  const inner =
    typeof value === 'object' && value !== null && '$numberLong' in value ? Number(value.$numberLong) : value
  const date = new Date(typeof inner === 'number' || typeof inner === 'string' ? inner : NaN)
  if (Number.isNaN(date.getTime())) throw new CloudError('INVALID_PARAM', 'an invalid date was sent')
  return date
}

const decodeRegExp = (value: unknown): RegExp => {
  const { pattern, options } = value as { pattern?: unknown; options?: unknown } // checked right below
  if (typeof pattern !== 'string') throw new CloudError('INVALID_PARAM', 'a regular expression has no pattern')
  try {
    return new RegExp(pattern, typeof options === 'string' ? options.replace(/[^imsu]/g, '') : '')
  } catch {
    throw new CloudError('INVALID_PARAM', `not a regular expression: ${pattern}`)
  }
}

const serverDate = (value: unknown, now: number): Date => {
  const offset =
    typeof value === 'object' && value !== null && 'offset' in value ? Number(revive(value.offset, now)) : 0
  return new Date(now + (offset || 0))
}

const revive = (value: unknown, now: number): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => revive(item, now))
  const entries = Object.entries(value)
  const [key, inner] = entries[0] ?? []
  if (key?.startsWith('$')) {
    if (key === '$numberInt' || key === '$numberLong' || key === '$numberDouble') return Number(inner)
    if (key === '$date') return decodeDate(inner)
    if (key === '$regularExpression') return decodeRegExp(inner)
    if (key === '$tcb_server_date') return serverDate(inner, now)
    if (unsupported.includes(key)) throw new CloudError('INVALID_PARAM', `values of the type ${key} are not supported`)
  }
  const out: Doc = {}
  for (const [name, item] of entries) {
    if (name === '__proto__') throw new CloudError('INVALID_PARAM', 'a field cannot be named __proto__')
    out[name] = revive(item, now)
  }
  return out
}

/** Canonical or relaxed EJSON text, as the SDK sends it, to plain values; `now` fills `db.serverDate()`. */
export const decodeWire = (text: string, now: number): unknown => {
  try {
    return revive(JSON.parse(text), now)
  } catch (thrown) {
    if (thrown instanceof CloudError) throw thrown
    throw new CloudError('INVALID_PARAM', 'not EJSON')
  }
}

export const decodeWireObject = (text: string | undefined, now: number): Doc => {
  if (text === undefined) return {}
  const value = decodeWire(text, now)
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new CloudError('INVALID_PARAM', 'an object was expected')
  return value as Doc // just narrowed; Dates and RegExps never stand at the top
}
