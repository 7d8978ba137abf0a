import { aPhone, anOpenid } from '../../support/builders'
import { CONSENT, openAccountStage, PASSWORD, valueOf, wrongOf, type AccountStage } from './support'

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

describe('what a visit leaves behind', () => {
  test('neither the logs nor the audit events hold anything personal or secret', async () => {
    const [phone, openid, address] = [aPhone(), anOpenid(), '192.0.2.99']
    const code = await stage.codeFor(phone, 'register', { address })
    await stage.call('register', { phone, code: wrongOf(code), password: PASSWORD, consent: CONSENT }, { address })
    const { session } = valueOf(
      await stage.call('register', { phone, code, password: PASSWORD, consent: CONSENT }, { address }),
    )
    await stage.call('logInByPassword', { phone, password: 'wrong horse 7' })
    await stage.call('session', {}, { session })
    await stage.call('logInByPassword', { phone, password: PASSWORD }, { openid })
    await stage.call('logOut', {}, { session })

    const [id = '', secret = ''] = session.split('.')
    const account = await stage.world.db.accounts.find(id)
    expect(account?.outbox.length).toBeGreaterThanOrEqual(3)
    const left = JSON.stringify([stage.logs, account?.outbox])
    for (const value of [phone, PASSWORD, secret, openid, address, `"${code}"`, 'wrong horse'])
      expect(left).not.toContain(value)
  })

  test('an address is not readable in the database', async () => {
    const address = '192.0.2.98'
    await stage.codeFor(aPhone(), 'logIn', { address })
    const rows = await stage.world.db.limits.list({}, { limit: 100 })
    expect(rows.length).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toContain(address)
  })
})
