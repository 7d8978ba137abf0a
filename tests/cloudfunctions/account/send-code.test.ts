import { DAY, HOUR, MINUTE, SECOND, SMS_CODE } from '#domain/limits'
import { aPhone } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { CONSENT, openAccountStage, PASSWORD, wrongOf, type AccountStage } from './support'

// hundreds of calls at once take their time on a busy machine
jest.setTimeout(30_000)

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

type Sent = { retryAfterSeconds: number; expiresInSeconds: number }
const send = (phone: string, who = {}, commandId?: string) =>
  stage.call<Sent>('sendCode', { phone, purpose: 'logIn' }, who, commandId)
const logIn = (phone: string, code: string) => stage.call('logInByCode', { phone, code, consent: CONSENT })
const sentTo = async (phone: string) =>
  (await stage.cloud.outbox.list()).filter(({ to }) => to === `+86${phone}`).length

describe('a code', () => {
  test('tells how long it lives and when the next one may be asked for', async () => {
    expect(await send(aPhone())).toEqual({ ok: true, value: { retryAfterSeconds: 60, expiresInSeconds: 300 } })
  })

  test('is good until the last moment of its five minutes, and not after', async () => {
    const [early, late] = [aPhone(), aPhone()]
    const codes = [await stage.codeFor(early, 'logIn'), await stage.codeFor(late, 'logIn')] as const
    stage.time.pass(5 * MINUTE - 1)
    expect(await logIn(early, codes[0])).toMatchObject({ ok: true })
    stage.time.pass(1)
    expect(await logIn(late, codes[1])).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  test('is good once', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    expect(await logIn(phone, code)).toMatchObject({ ok: true })
    expect(await logIn(phone, code)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  test('is good for its purpose only', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    expect(await stage.call('register', { phone, code, password: PASSWORD, consent: CONSENT })).toEqual({
      ok: false,
      code: 'CODE_EXPIRED',
    })
  })

  test('is good for its phone only', async () => {
    const [phone, other] = [aPhone(), aPhone()]
    const code = await stage.codeFor(phone, 'logIn')
    expect(await logIn(other, code)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  test('gives way to a newer one', async () => {
    const phone = aPhone()
    const old = await stage.codeFor(phone, 'logIn')
    stage.time.pass(MINUTE)
    const fresh = await stage.codeFor(phone, 'logIn')
    if (old !== fresh) expect(await logIn(phone, old)).toEqual({ ok: false, code: 'CODE_WRONG' })
    expect(await logIn(phone, fresh)).toMatchObject({ ok: true })
  })

  test('is dead after five wrong guesses, even for the right one', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    for (let guess = 0; guess < SMS_CODE.tries; guess += 1) {
      expect(await logIn(phone, wrongOf(code))).toEqual({ ok: false, code: 'CODE_WRONG' })
    }
    expect(await logIn(phone, code)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  test('has exactly five of 100 guesses compared that come at once', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    const answers = await Promise.all(Array.from({ length: 100 }, () => logIn(phone, wrongOf(code))))
    const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.code))
    expect(codes.filter((answer) => answer === 'CODE_WRONG')).toHaveLength(5)
    expect(codes.filter((answer) => answer === 'CODE_EXPIRED')).toHaveLength(95)
    expect(await logIn(phone, code)).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })

  test('lets one of 100 in who bring the right one at once', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone, 'logIn')
    const answers = await Promise.all(Array.from({ length: 100 }, () => logIn(phone, code)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  })
})

describe('the limits of a phone', () => {
  test('one code in a minute, with the seconds to wait', async () => {
    const phone = aPhone()
    await send(phone)
    stage.time.pass(20 * SECOND)
    expect(await send(phone)).toEqual({ ok: false, code: 'CODE_TOO_SOON', detail: { waitSeconds: 40 } })
    stage.time.pass(40 * SECOND)
    expect(await send(phone)).toMatchObject({ ok: true })
  })

  test('five codes in an hour', async () => {
    const phone = aPhone()
    for (let sent = 0; sent < 5; sent += 1) {
      expect(await send(phone)).toMatchObject({ ok: true })
      stage.time.pass(MINUTE)
    }
    expect(await send(phone)).toEqual({ ok: false, code: 'CODE_TOO_MANY', detail: { waitSeconds: 55 * 60 } })
    stage.time.pass(55 * MINUTE)
    expect(await send(phone)).toMatchObject({ ok: true })
  })

  test('ten codes in a day', async () => {
    const phone = aPhone()
    for (let sent = 0; sent < 10; sent += 1) {
      expect(await send(phone)).toMatchObject({ ok: true })
      stage.time.pass(HOUR)
    }
    expect(await send(phone)).toEqual({ ok: false, code: 'CODE_TOO_MANY', detail: { waitSeconds: 14 * 3600 } })
    stage.time.pass(DAY - 10 * HOUR)
    expect(await send(phone)).toMatchObject({ ok: true })
  })

  test('one code for ten who ask at once', async () => {
    const phone = aPhone()
    const answers = await Promise.all(Array.from({ length: 10 }, () => send(phone)))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sentTo(phone)).toBe(1)
  })

  test('count for all purposes together', async () => {
    const phone = aPhone()
    await stage.codeFor(phone, 'register')
    expect(await send(phone)).toMatchObject({ code: 'CODE_TOO_SOON' })
  })
})

describe('the limits of an address', () => {
  test('twenty codes in a day, to whichever phones; another address is not concerned', async () => {
    const who = { address: '192.0.2.7' }
    for (let sent = 0; sent < SMS_CODE.perAddressPerDay; sent += 1)
      expect(await send(aPhone(), who)).toMatchObject({ ok: true })
    const phone = aPhone()
    expect(await send(phone, who)).toEqual({ ok: false, code: 'CODE_TOO_MANY', detail: { waitSeconds: 24 * 3600 } })
    expect(await send(phone, { address: '192.0.2.8' })).toMatchObject({ ok: true })
  })
})

describe('sending', () => {
  test('stops for the day when the budget of the product is used up', async () => {
    const { sms } = stage.world.settings
    const budget = sms.dailyBudget
    stage.time.pass(2 * DAY)
    sms.dailyBudget = 2
    const answers = [await send(aPhone()), await send(aPhone()), await send(aPhone())]
    sms.dailyBudget = budget
    expect(answers.map((answer) => (answer.ok ? 'OK' : answer.code))).toEqual(['OK', 'OK', 'SMS_UNAVAILABLE'])
  })

  test('answers a known and an unknown phone byte for byte alike', async () => {
    const [known, unknown] = [aPhone(), aPhone()]
    await stage.registered(known)
    stage.time.pass(MINUTE)
    const answers = await Promise.all([known, unknown].map(async (phone) => [await send(phone), await send(phone)]))
    expect(JSON.stringify(answers[0])).toBe(JSON.stringify(answers[1]))
  })

  test('a retry of the same command sends nothing twice and is answered alike', async () => {
    const phone = aPhone()
    const command = newCommandId()
    const first = await send(phone, {}, command)
    expect(await send(phone, {}, command)).toEqual(first)
    expect(await sentTo(phone)).toBe(1)
  })

  test('a retry after a function that died before it sent is not told that a code is on its way', async () => {
    const [phone, command, sms] = [aPhone(), newCommandId(), stage.world.sms]
    stage.world.sms = { sendCode: () => Promise.reject(new Error('the function died')) }
    expect(await send(phone, {}, command)).toMatchObject({ ok: false, code: 'INTERNAL' })
    stage.world.sms = sms
    expect(await send(phone, {}, command)).toMatchObject({
      ok: false,
      code: 'CODE_TOO_SOON',
      detail: { waitSeconds: 60 },
    })
  })

  test('a message that the provider does not take leaves no code behind', async () => {
    const phone = aPhone()
    const sms = stage.world.sms
    const tried: string[] = []
    stage.world.sms = { sendCode: async (_phone, code) => (tried.push(code), false) }
    const answer = await send(phone)
    stage.world.sms = sms
    expect(answer).toEqual({ ok: false, code: 'SMS_UNAVAILABLE' })
    expect(await logIn(phone, tried[0] ?? '')).toEqual({ ok: false, code: 'CODE_EXPIRED' })
  })
})
