import { randomBytes } from 'node:crypto'
import type { KeySet } from '../../../cloudfunctions/_platform/crypto/keyring'
import { aPhone } from '../../support/builders'
import { CONSENT, openAccountStage, PASSWORD, type AccountStage } from './support'

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

/** A deployment that has added a newer index key to the one there was. */
function addIndexKey(): void {
  const { keys } = stage.world.keys.index
  const version = Math.max(...keys.keys()) + 1
  const index: KeySet = { current: version, keys: new Map([...keys, [version, randomBytes(32)]]) }
  stage.world.keys = { ...stage.world.keys, index }
}
const accountsOf = (mask: string) =>
  stage.world.db.accounts
    .list({}, { limit: 100 })
    .then((accounts) => accounts.filter(({ phoneMask }) => phoneMask === mask))

describe('after a newer index key has come', () => {
  test('a phone with an account gets no second one, and its owner enters by code and password as before', async () => {
    const phone = aPhone()
    const { me } = await stage.registered(phone)
    addIndexKey()
    stage.time.pass(60_000)
    const code = await stage.codeFor(phone, 'register')
    const again = await stage.call('register', { phone, code, password: PASSWORD, consent: CONSENT })
    expect(again).toMatchObject({ ok: false, code: 'PHONE_TAKEN' })
    expect(await stage.call('logInByPassword', { phone, password: PASSWORD })).toMatchObject({ ok: true })
    stage.time.pass(60_000)
    const logIn = await stage.codeFor(phone, 'logIn')
    expect(await stage.call('logInByCode', { phone, code: logIn })).toMatchObject({ ok: true })
    expect(await accountsOf(me.phoneMask)).toHaveLength(1)
  })

  test('of two registrations of one phone at once, one makes the account', async () => {
    addIndexKey()
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    const both = await Promise.all([1, 2].map(() => stage.call('logInByCode', { phone, code, consent: CONSENT })))
    expect(both.filter(({ ok }) => ok).length).toBeGreaterThanOrEqual(1)
    const accounts = await stage.world.db.accounts.list({}, { limit: 100 })
    const { keyedHashes } = await import('../../../cloudfunctions/_platform/crypto/keyed-hash')
    const hashes = keyedHashes(stage.world.keys.index, 'phone', phone)
    expect(accounts.filter(({ phoneHash }) => hashes.includes(phoneHash))).toHaveLength(1)
  })
})
