import { randomBytes } from 'node:crypto'
import { open, seal, type Place } from '../../../cloudfunctions/_platform/crypto/envelope'
import { keyedHash, keyedHashes } from '../../../cloudfunctions/_platform/crypto/keyed-hash'
import { readKeyring, readKeySet, type KeySet } from '../../../cloudfunctions/_platform/crypto/keyring'
import { sign, unsign } from '../../../cloudfunctions/_platform/crypto/token'
import { metered } from '../../../cloudfunctions/_platform/meter'

const key = () => randomBytes(32)
const keySet = (...keys: Buffer[]): KeySet => ({
  current: keys.length,
  keys: new Map(keys.map((bytes, index) => [index + 1, bytes])),
})
const PLACE: Place = { collection: 'people', id: '1_somebody', field: 'idNumber' }
const NUMBER = '440199200603150012'

describe('a sealed field', () => {
  const keys = keySet(key())

  test('opens to what was put in, and looks different each time', () => {
    const [one, other] = [seal(keys, PLACE, NUMBER), seal(keys, PLACE, NUMBER)]
    expect([open(keys, PLACE, one), open(keys, PLACE, other)]).toEqual([NUMBER, NUMBER])
    expect(one).not.toBe(other)
    expect(Buffer.from(one, 'base64url').includes(NUMBER)).toBe(false)
  })

  test('does not open when any one character is another', () => {
    const sealed = seal(keys, PLACE, NUMBER)
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1)
      expect(() => open(keys, PLACE, changed)).toThrow()
    }
  })

  test('does not open when it is cut or lengthened', () => {
    const sealed = seal(keys, PLACE, NUMBER)
    for (let length = 0; length < sealed.length; length += 1)
      expect(() => open(keys, PLACE, sealed.slice(0, length))).toThrow()
    expect(() => open(keys, PLACE, `${sealed}AAAA`)).toThrow()
  })

  test.each([
    ['another collection', { ...PLACE, collection: 'accounts' }],
    ['another person', { ...PLACE, id: '1_somebody-else' }],
    ['another field', { ...PLACE, field: 'mobile' }],
  ])('does not open in %s', (_name, place) => {
    expect(() => open(keys, place, seal(keys, PLACE, NUMBER))).toThrow()
  })

  test('does not open with another key of the same version', () => {
    expect(() => open(keySet(key()), PLACE, seal(keys, PLACE, NUMBER))).toThrow()
  })

  test('made with an older key still opens after a new key has come', () => {
    const [first, second] = [key(), key()]
    const sealed = seal(keySet(first), PLACE, NUMBER)
    const both = keySet(first, second)
    expect(open(both, PLACE, sealed)).toBe(NUMBER)
    expect(Buffer.from(seal(both, PLACE, NUMBER), 'base64url')[1]).toBe(2)
  })

  test('counts each opening in the meter of its request', async () => {
    await metered(async (meter) => {
      open(keys, PLACE, seal(keys, PLACE, NUMBER))
      expect(meter.decryptions).toBe(1)
    })
  })
})

describe('a keyed hash', () => {
  const [first, second] = [key(), key()]

  test('is the same for the same number, another for another number, kind or key', () => {
    const hash = keyedHash(keySet(first), 'idNumber', NUMBER)
    expect(hash).toMatch(/^1_[\w-]{43}$/)
    expect(keyedHash(keySet(first), 'idNumber', NUMBER)).toBe(hash)
    const others = [
      keyedHash(keySet(first), 'idNumber', '440199200603150020'),
      keyedHash(keySet(first), 'phone', NUMBER),
      keyedHash(keySet(second), 'idNumber', NUMBER),
    ]
    expect(new Set([hash, ...others]).size).toBe(4)
  })

  test('is looked up under every key, the newest first', () => {
    const hashes = keyedHashes(keySet(first, second), 'idNumber', NUMBER)
    expect(hashes.map((hash) => hash.split('_')[0])).toEqual(['2', '1'])
    expect(hashes[1]).toBe(keyedHash(keySet(first), 'idNumber', NUMBER))
  })
})

describe('the keyring', () => {
  test.each([
    ['nothing', undefined],
    ['a short key', `1:${randomBytes(16).toString('base64')}`],
    ['no version', randomBytes(32).toString('base64')],
    ['version 0', `0:${randomBytes(32).toString('base64')}`],
    ['a version that no byte can hold', `256:${randomBytes(32).toString('base64')}`],
    ['a version that comes twice', [1, 1].map((v) => `${v}:${randomBytes(32).toString('base64')}`).join(',')],
    ['a word that it does not know', `1:${randomBytes(32).toString('base64')}:soon`],
    ['only a key that waits', `1:${randomBytes(32).toString('base64')}:waiting`],
  ])('refuses %s by the name of the setting, without quoting the key', (_name, text) => {
    expect(() => readKeySet('FIELD_KEYS', text)).toThrow(/FIELD_KEYS/)
    try {
      readKeySet('FIELD_KEYS', text)
    } catch (fault) {
      if (text) expect(String(fault)).not.toContain(text.slice(-12))
    }
  })

  test('a key that waits reads and is looked up, and does not write before its time', () => {
    const [first, second] = [key().toString('base64'), key().toString('base64')]
    const before = readKeySet('FIELD_KEYS', `1:${first},2:${second}:waiting`)
    const after = readKeySet('FIELD_KEYS', `1:${first},2:${second}`)
    expect([before.current, after.current]).toEqual([1, 2])
    expect(open(before, PLACE, seal(after, PLACE, NUMBER))).toBe(NUMBER)
    expect(keyedHashes(before, 'idNumber', NUMBER)).toEqual(keyedHashes(after, 'idNumber', NUMBER))
  })

  test('is complete or not there at all', () => {
    const line = () => `1:${key().toString('base64')}`
    expect(() => readKeyring({ FIELD_KEYS: line(), INDEX_KEYS: line() } as NodeJS.ProcessEnv)).toThrow(/SIGNING_KEY/)
    expect(
      readKeyring({ FIELD_KEYS: line(), INDEX_KEYS: line(), SIGNING_KEY: line() } as NodeJS.ProcessEnv).signing,
    ).toHaveLength(32)
  })
})

describe('a signed text', () => {
  const signing = key()

  test('is read back only with the same key and what it was bound to', () => {
    const token = sign(signing, 'payload', 'account-1')
    expect(unsign(signing, token, 'account-1')).toBe('payload')
    expect(unsign(signing, token, 'account-2')).toBeUndefined()
    expect(unsign(key(), token, 'account-1')).toBeUndefined()
  })

  test('is refused when any one character is another', () => {
    const token = sign(signing, 'payload', 'account-1')
    for (let at = 0; at < token.length; at += 1) {
      const changed = token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1)
      expect(unsign(signing, changed, 'account-1')).toBeUndefined()
    }
  })
})
