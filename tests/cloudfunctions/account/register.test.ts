import { CONSENT_VERSIONS } from '#contract/account'
import { MINUTE } from '#domain/limits'
import { aPhone, anOpenid } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { CONSENT, openAccountStage, PASSWORD, valueOf, wrongOf, type AccountStage } from './support'

// argon2id is slow on purpose
jest.setTimeout(30_000)

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

const register = (phone: string, code: string, more: object = {}, commandId?: string) =>
  stage.call('register', { phone, code, password: PASSWORD, consent: CONSENT, ...more }, {}, commandId)

const accountsOf = (phoneMask: string) => stage.world.db.accounts.list({ phoneMask }, { limit: 10 })

describe('registering', () => {
  test('a phone, the code that reached it and a password make an account that is open at once', async () => {
    const phone = aPhone()
    const { session, me } = valueOf(await register(phone, await stage.codeFor(phone)))
    expect(me).toMatchObject({ hasPassword: true, asksConsent: ['idData'], posts: [], unread: 0, hasDraft: false })
    expect(me.phoneMask).toBe(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    expect(valueOf(await stage.call('session', {}, { session })).me).toEqual(me)
  })

  test('spaces, full-width digits and +86 are no mistakes in a phone', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    expect(await register(`+86 ${phone.slice(0, 3)} ${phone.slice(3)}`, code)).toMatchObject({ ok: true })
  })

  test.each(['12345', '23800000000', 'phone'])('%s is no phone', async (phone) => {
    expect(await stage.call('sendCode', { phone, purpose: 'register' })).toMatchObject({ code: 'PHONE_FORMAT' })
    expect(await register(phone, '000000')).toMatchObject({ code: 'PHONE_FORMAT' })
  })

  test.each([
    ['of seven characters', 'short77', 'PASSWORD_SHORT'],
    ['of 65 characters', 'x'.repeat(65), 'PASSWORD_LONG'],
    ['that everybody tries first', 'Password1', 'PASSWORD_COMMON'],
    ['along the keyboard', '1qaz2wsx', 'PASSWORD_COMMON'],
    ['with the name of the product', 'My-TuanJian-2026', 'PASSWORD_CONTEXT'],
  ])('a password %s is refused without spending the code', async (_name, password, refusal) => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    expect(await register(phone, code, { password })).toMatchObject({ code: refusal })
    expect(await register(phone, code)).toMatchObject({ ok: true })
  })

  test('a password that holds the phone is refused', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    expect(await register(phone, code, { password: `my${phone}` })).toMatchObject({ code: 'PASSWORD_CONTEXT' })
  })

  test('only the consent to the present privacy notice opens the door', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    for (const consent of [
      { kind: 'privacy', version: '2020-01' },
      { kind: 'idData', version: CONSENT_VERSIONS.idData },
    ]) {
      expect(await register(phone, code, { consent })).toMatchObject({ code: 'CONSENT_OUTDATED' })
    }
    expect(await register(phone, code)).toMatchObject({ ok: true })
    const [account] = await accountsOf(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    expect(account?.consents).toEqual([{ ...CONSENT, at: stage.time.now }])
  })

  test('a phone has one account, which only its owner is told', async () => {
    const phone = aPhone()
    await stage.registered(phone)
    stage.time.pass(MINUTE)
    const code = await stage.codeFor(phone)
    expect(await register(phone, wrongOf(code))).toEqual({ ok: false, code: 'CODE_WRONG' })
    expect(await register(phone, code)).toEqual({ ok: false, code: 'PHONE_TAKEN' })
  })

  test('a wrong code is told in the same words for a known and an unknown phone', async () => {
    const [known, unknown] = [aPhone(), aPhone()]
    await stage.registered(known)
    stage.time.pass(MINUTE)
    const answers = []
    for (const phone of [known, unknown]) {
      const code = await stage.codeFor(phone)
      answers.push(JSON.stringify([await register(phone, wrongOf(code)), await register(phone, wrongOf(code))]))
    }
    expect(answers[0]).toBe(answers[1])
  })

  test('a retry of the same command gets the same answer and a session that works', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    const command = newCommandId()
    const first = valueOf(await register(phone, code, {}, command))
    stage.time.pass(6 * MINUTE)
    const second = valueOf(await register(phone, code, {}, command))
    expect(second.me).toEqual(first.me)
    for (const { session } of [first, second])
      expect(await stage.call('session', {}, { session })).toMatchObject({ ok: true })
  })

  test('a command that is used for another registration is refused', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    const command = newCommandId()
    valueOf(await register(phone, code, {}, command))
    expect(await register(phone, code, { password: 'another horse 8' }, command)).toMatchObject({
      code: 'COMMAND_REUSED',
    })
  })

  test('two tries of one command at once make one account, and both open it', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    const command = newCommandId()
    const answers = await Promise.all([register(phone, code, {}, command), register(phone, code, {}, command)])
    for (const answer of answers) {
      expect(await stage.call('session', {}, { session: valueOf(answer).session })).toMatchObject({ ok: true })
    }
    expect(await accountsOf(`${phone.slice(0, 3)}****${phone.slice(-4)}`)).toHaveLength(1)
  })

  test('in WeChat the account is bound to the openid, and the session only names it', async () => {
    const [phone, openid] = [aPhone(), anOpenid()]
    const { session } = await stage.registered(phone, { openid })
    expect(await stage.call('session', {}, { openid })).toMatchObject({ ok: true })
    expect(await stage.call('session', {}, { session })).toMatchObject({ code: 'SIGNED_OUT' })
  })

  test('neither phone, password, code nor session secret is stored in plain text', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    const { session } = valueOf(await register(phone, code))
    const [account] = await accountsOf(`${phone.slice(0, 3)}****${phone.slice(-4)}`)
    const ticket = await stage.world.db.tickets.list(
      { subject: account?.phoneHash ?? '', kind: 'smsCode' },
      { limit: 10 },
    )
    const stored = JSON.stringify([account, ticket])
    for (const secret of [phone, PASSWORD, `"${code}"`, session.split('.')[1]]) expect(stored).not.toContain(secret)
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })
})
