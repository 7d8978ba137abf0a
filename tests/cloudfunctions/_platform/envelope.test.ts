import { keyVersionOf, open, seal, type Place } from '../../../cloudfunctions/_platform/crypto/envelope'
import { keyedHash } from '../../../cloudfunctions/_platform/crypto/keyed-hash'
import type { KeySet } from '../../../cloudfunctions/_platform/crypto/keyring'

/** Bytes that count up from `first`: a key that anybody can write down. */
const counting = (first: number, length = 32) => Buffer.from(Array.from({ length }, (_, at) => (first + at) % 256))
const keysOf = (...versions: number[]): KeySet => ({
  current: Math.max(...versions),
  keys: new Map(versions.map((version) => [version, counting(version === 7 ? 0 : version * 40)])),
})

const PLACE: Place = { collection: 'people', id: '1_somebody', field: 'idNumber' }
const NUMBER = '440199200603150012'
/** Made by another implementation of AES-256-GCM, written from its standard: key 00…1f, nonce 64…6f, version 7. */
const KNOWN = 'AQdkZWZnaGlqa2xtbm98L-5XQNBkrg5Ub9vrUFrNc_D5ZlmuZkUn9w0hgWOy_FQy'

/** Seals in a run; a million takes some seconds: NONCES=1000000. */
const SEALS = Number(process.env.NONCES ?? 100_000)

describe('known answers', () => {
  test('an envelope made elsewhere by the same standard opens here', () => {
    expect(open(keysOf(7), PLACE, KNOWN)).toBe(NUMBER)
    expect(keyVersionOf(KNOWN)).toBe(7)
  })

  test.each([
    ['idNumber', NUMBER, '7_BC5hoN2reMFR3516I8dmyj1_LL52u_bjBqYIqSHRpu8'],
    ['phone', '13800000001', '7_6EmG9I26wqXlOqbxRrOdHTHq1mKUdV8MlR9szWlIPgI'],
  ] as const)('the keyed hash of a %s is the HMAC that others compute', (kind, value, hash) => {
    expect(keyedHash(keysOf(7), kind, value)).toBe(hash)
  })
})

describe('an envelope that was tampered with', () => {
  const bytes = Buffer.from(KNOWN, 'base64url')

  test('does not open with any one bit flipped', () => {
    const opened = [...bytes].flatMap((byte, at) =>
      Array.from({ length: 8 }, (_, bit) => {
        const changed = Buffer.from(bytes)
        changed[at] = byte ^ (1 << bit)
        return () => open(keysOf(7, 6, 5, 3, 15), PLACE, changed.toString('base64url'))
      }),
    )
    expect(opened).toHaveLength(48 * 8)
    for (const attempt of opened) expect(attempt).toThrow()
  })

  test('does not open under any other version of the key, known or not', () => {
    for (let version = 0; version < 256; version += 1) {
      if (version === 7) continue
      const changed = Buffer.from(bytes)
      changed[1] = version
      expect(() => open(keysOf(7), PLACE, changed.toString('base64url'))).toThrow()
    }
  })

  test('does not open when it is cut, padded or something else', () => {
    for (const text of ['', 'AA', 'AQ', 'AQc', 'nonsense', KNOWN.slice(4), `${KNOWN}A`, `${KNOWN}=`, ` ${KNOWN}`])
      expect(() => open(keysOf(7), PLACE, text)).toThrow()
  })

  test('does not open in a place that only looks alike', () => {
    const places: Place[] = [
      { ...PLACE, collection: 'people\u00001_somebody', id: 'idNumber', field: '' },
      { ...PLACE, id: '1_somebody ' },
      { ...PLACE, id: '2_somebody' },
      { ...PLACE, field: 'idnumber' },
    ]
    for (const place of places) expect(() => open(keysOf(7), place, KNOWN)).toThrow()
  })
})

test(`no nonce comes twice in ${SEALS} seals`, () => {
  const keys = keysOf(1)
  const nonces = new Set<string>()
  // the 12 bytes of the nonce, two bytes in, are within these characters of the base64url
  for (let count = 0; count < SEALS; count += 1) nonces.add(seal(keys, PLACE, NUMBER).slice(2, 19))
  expect(nonces.size).toBe(SEALS)
})
