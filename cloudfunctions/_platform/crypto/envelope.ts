import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { countDecryption } from '../meter'
import type { KeySet } from './keyring'

/** Where a value lives. An envelope opens nowhere else. */
export type Place = { collection: string; id: string; field: string }

/** The algorithm byte leaves room for another cipher, should national cryptography be demanded. */
const AES_256_GCM = 1
const NONCE = 12
const TAG = 16

const aad = ({ collection, id, field }: Place) => Buffer.from(`${collection}\u0000${id}\u0000${field}`)

/** Encrypts one field: base64url of algorithm, key version, nonce, ciphertext, tag. */
export function seal(keys: KeySet, place: Place, plain: string): string {
  const nonce = randomBytes(NONCE)
  // the current version is a key of the set by construction
  const cipher = createCipheriv('aes-256-gcm', keys.keys.get(keys.current) as Buffer, nonce)
  cipher.setAAD(aad(place))
  const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([Buffer.from([AES_256_GCM, keys.current]), nonce, body, cipher.getAuthTag()]).toString(
    'base64url',
  )
}

/** The version of the key that an envelope asks for, without opening it. Throws on what is no envelope. */
export function keyVersionOf(sealed: string): number {
  const [algorithm, version] = Buffer.from(sealed, 'base64url')
  if (algorithm !== AES_256_GCM || !version) throw new Error('this is no sealed field')
  return version
}

/** Opens an envelope, or throws: a changed byte, another place, an unknown key. */
export function open(keys: KeySet, place: Place, sealed: string): string {
  countDecryption()
  const bytes = Buffer.from(sealed, 'base64url')
  const [algorithm, version] = bytes
  const key = keys.keys.get(version ?? 0)
  if (algorithm !== AES_256_GCM || !key || bytes.length < 2 + NONCE + TAG)
    throw new Error('sealed field cannot be opened')
  // base64url ignores spare bits of the last character: only the one spelling that we wrote is accepted
  if (bytes.toString('base64url') !== sealed) throw new Error('sealed field cannot be opened')

  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(2, 2 + NONCE))
  decipher.setAAD(aad(place))
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(2 + NONCE, -TAG)), decipher.final()]).toString('utf8')
}
