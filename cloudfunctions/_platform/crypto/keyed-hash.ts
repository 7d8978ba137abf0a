import { createHmac } from 'node:crypto'
import type { KeySet } from './keyring'

/** `version_hash`: the look-up form of a value that must not be readable in the database. The kind keeps equal texts apart. */
export function keyedHash(keys: KeySet, kind: 'idNumber' | 'phone', value: string, version = keys.current): string {
  const key = keys.keys.get(version)
  if (!key) throw new Error('unknown version of the index key')
  return `${version}_${createHmac('sha256', key).update(`${kind}\u0000${value}`).digest('base64url')}`
}

/** The value's hashes under all keys, the current one first: a look-up tries them in this order. */
export const keyedHashes = (keys: KeySet, kind: 'idNumber' | 'phone', value: string): string[] =>
  [...keys.keys.keys()].sort((a, b) => b - a).map((version) => keyedHash(keys, kind, value, version))
