import { MINUTE, SMS_CODE } from '#domain/limits'
import { aPhone, anAccount, anOpenid } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { CONSENT, openAccountStage, valueOf, wrongOf, type AccountStage } from './support'

// hundreds of calls at once take their time on a busy machine
jest.setTimeout(30_000)

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

const logIn = (phone: string, code: string, more: object = {}, who = {}, commandId?: string) =>
  stage.call('logInByCode', { phone, code, ...more }, who, commandId)
const idOf = (session: string) => session.split('.')[0]

describe('logging in by code', () => {
  test('opens the account of a known phone without asking for consent', async () => {
    const known = await anAccount(stage)
    const { session } = valueOf(await logIn(known.phone, await stage.codeFor(known.phone, 'logIn')))
    expect(idOf(session)).toBe(known.id)
  })

  test('makes an account for an unknown phone with the consent given', async () => {
    const phone = aPhone()
    const entered = valueOf(await logIn(phone, await stage.codeFor(phone, 'logIn'), { consent: CONSENT }))
    expect(entered.me).toMatchObject({ hasPassword: false, asksConsent: ['idData'] })
  })

  test('asks an unknown phone for consent after the right code, which stays good for the answer', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    expect(await logIn(phone, code)).toEqual({ ok: false, code: 'CONSENT_OUTDATED' })
    expect(await logIn(phone, code, { consent: CONSENT })).toMatchObject({ ok: true })
  })

  test('tells nothing of a phone to those who do not have its code', async () => {
    const known = await anAccount(stage)
    const answers = []
    for (const phone of [known.phone, aPhone()]) {
      const code = await stage.codeFor(phone, 'logIn')
      const tries = []
      for (let tried = 0; tried <= SMS_CODE.tries; tried += 1) tries.push(await logIn(phone, wrongOf(code)))
      answers.push(JSON.stringify(tries))
    }
    expect(answers[0]).toBe(answers[1])
  })

  test('a right guess behind 99 wrong ones at once is not told apart, also while consent is missing', async () => {
    const told = []
    for (let round = 0; round < 3; round += 1) {
      const phone = aPhone()
      const code = await stage.codeFor(phone, 'logIn')
      const wrong = Array.from({ length: 99 }, (_, n) => String((Number(code) + 1 + n) % 1_000_000).padStart(6, '0'))
      const answers = await Promise.all([...wrong, code].map((guess) => logIn(phone, guess)))
      const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.code))
      expect(codes.filter((answer) => answer === 'CODE_WRONG')).toHaveLength(SMS_CODE.tries)
      told.push(codes.at(-1) === 'CONSENT_OUTDATED')
      expect(await logIn(phone, code, { consent: CONSENT })).toMatchObject({ code: 'CODE_EXPIRED' })
    }
    // it may be among the five that are compared, but hardly each time
    expect(told).toContain(false)
  })

  test('an outdated consent is refused before the code is looked at', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    const consent = { kind: 'privacy', version: '2020-01' }
    expect(await logIn(phone, code, { consent })).toMatchObject({ code: 'CONSENT_OUTDATED' })
    expect(await logIn(phone, code, { consent: CONSENT })).toMatchObject({ ok: true })
  })

  test('a retry of the same command opens the account again, though the code is spent', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    const command = newCommandId()
    const first = valueOf(await logIn(phone, code, { consent: CONSENT }, {}, command))
    stage.time.pass(10 * MINUTE)
    const second = valueOf(await logIn(phone, code, { consent: CONSENT }, {}, command))
    expect(second.me).toEqual(first.me)
    expect(idOf(second.session)).toBe(idOf(first.session))
    for (const { session } of [first, second])
      expect(await stage.call('session', {}, { session })).toMatchObject({ ok: true })
  })

  test('a command that is used with another code is refused', async () => {
    const { phone } = await anAccount(stage)
    const code = await stage.codeFor(phone, 'logIn')
    const command = newCommandId()
    valueOf(await logIn(phone, code, {}, {}, command))
    expect(await logIn(phone, wrongOf(code), {}, {}, command)).toMatchObject({ code: 'COMMAND_REUSED' })
  })

  test('two tries of one command at once make one account, and both open it', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    const command = newCommandId()
    const tries = await Promise.all([1, 2].map(() => logIn(phone, code, { consent: CONSENT }, {}, command)))
    const sessions = tries.map((answer) => valueOf(answer).session)
    expect(new Set(sessions.map(idOf)).size).toBe(1)
    for (const session of sessions) expect(await stage.call('session', {}, { session })).toMatchObject({ ok: true })
  })
})

describe('binding WeChat', () => {
  test('the first log-in in WeChat binds the openid: from then on it opens the account by itself', async () => {
    const { phone, id } = await anAccount(stage)
    const openid = anOpenid()
    expect(await stage.call('session', {}, { openid })).toEqual({ ok: false, code: 'SIGNED_OUT' })
    valueOf(await logIn(phone, await stage.codeFor(phone, 'logIn'), {}, { openid }))
    expect(valueOf(await stage.call('session', {}, { openid })).session).toBe(id)
  })

  test('the last openid that proves the phone has the account, the one before is out', async () => {
    const { phone, id, openid } = await anAccount(stage, { openid: anOpenid() })
    const later = anOpenid()
    valueOf(await logIn(phone, await stage.codeFor(phone, 'logIn'), {}, { openid: later }))
    expect(await stage.call('session', {}, { openid: later, session: id })).toMatchObject({ ok: true })
    expect(await stage.call('session', {}, { openid, session: id })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('an openid that enters another account lets go of its former one', async () => {
    const former = await anAccount(stage, { openid: anOpenid() })
    const { openid } = former
    const other = await anAccount(stage)
    stage.time.pass(MINUTE)
    valueOf(await logIn(other.phone, await stage.codeFor(other.phone, 'logIn'), {}, { openid }))
    expect(valueOf(await stage.call('session', {}, { openid, session: former.id })).session).toBe(other.id)
    expect((await stage.world.db.accounts.find(former.id))?.wechat).toBeUndefined()
  })
})
