import { DAY, LOGIN, MINUTE } from '#domain/limits'
import { argon2id } from 'hash-wasm'
import { aPhone, anAccount } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { openAccountStage, PASSWORD, valueOf, type AccountStage } from './support'

// argon2id is slow on purpose
jest.setTimeout(30_000)

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

const logIn = (phone: string, password = PASSWORD, commandId?: string) =>
  stage.call('logInByPassword', { phone, password }, {}, commandId)
const idOf = (session: string) => session.split('.')[0] ?? ''

describe('logging in by password', () => {
  test('opens the account', async () => {
    const phone = aPhone()
    const registered = await stage.registered(phone)
    const entered = valueOf(await logIn(phone))
    expect(idOf(entered.session)).toBe(idOf(registered.session))
    expect(await stage.call('session', {}, { session: entered.session })).toMatchObject({ ok: true })
  })

  test('a retry of the same command opens it again, with a session that works', async () => {
    const phone = aPhone()
    await stage.registered(phone)
    const command = newCommandId()
    const first = valueOf(await logIn(phone, PASSWORD, command))
    const second = valueOf(await logIn(phone, PASSWORD, command))
    for (const { session } of [first, second])
      expect(await stage.call('session', {}, { session })).toMatchObject({ ok: true })
  })

  test('one letter in two spellings of Unicode is one password', async () => {
    const phone = aPhone()
    const code = await stage.codeFor(phone)
    const password = 'caf\u00e9 horse 77'
    await stage.call('register', { phone, code, password, consent: { kind: 'privacy', version: '2026-11' } })
    expect(await logIn(phone, password.normalize('NFD'))).toMatchObject({ ok: true })
  })

  test('an account without a password is answered like an unknown phone', async () => {
    const { phone } = await anAccount(stage)
    expect(await logIn(phone)).toEqual({ ok: false, code: 'LOGIN_WRONG' })
    expect(await logIn(phone, '')).toEqual({ ok: false, code: 'LOGIN_WRONG' })
  })

  test('five sessions are kept: the sixth ends the oldest', async () => {
    const phone = aPhone()
    const sessions = [(await stage.registered(phone)).session]
    for (let more = 0; more < 5; more += 1) sessions.push(valueOf(await logIn(phone)).session)
    const answers = await Promise.all(sessions.map((session) => stage.call('session', {}, { session })))
    expect(answers.map(({ ok }) => ok)).toEqual([false, true, true, true, true, true])
  })

  test('a hash of weaker parameters is made anew', async () => {
    const phone = aPhone()
    const id = idOf((await stage.registered(phone)).session)
    const weak = { memorySize: 64, iterations: 1, parallelism: 1, hashLength: 32, salt: 'salt of the test' }
    const passwordHash = await argon2id({ ...weak, password: PASSWORD, outputType: 'encoded' })
    await stage.world.db.accounts.amend(id, ({ outbox }) => ({ content: { passwordHash }, outbox }))
    expect(await logIn(phone)).toMatchObject({ ok: true })
    const account = await stage.world.db.accounts.find(id)
    expect(account?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await logIn(phone)).toMatchObject({ ok: true })
  })
})

describe('wrong passwords', () => {
  test('five lock the phone for 15 minutes, even for the right password', async () => {
    const phone = aPhone()
    await stage.registered(phone)
    for (let tried = 0; tried < LOGIN.failures; tried += 1) {
      expect(await logIn(phone, 'wrong horse 7')).toEqual({ ok: false, code: 'LOGIN_WRONG' })
    }
    const until = new Date(stage.time.now.getTime() + 15 * MINUTE).toISOString()
    expect(await logIn(phone)).toEqual({ ok: false, code: 'LOGIN_LOCKED', detail: { until } })
    stage.time.pass(15 * MINUTE - 1)
    expect(await logIn(phone)).toMatchObject({ code: 'LOGIN_LOCKED' })
    stage.time.pass(1)
    expect(await logIn(phone)).toMatchObject({ ok: true })
  })

  test('the right password clears the count', async () => {
    const phone = aPhone()
    await stage.registered(phone)
    for (let round = 0; round < 2; round += 1) {
      for (let tried = 0; tried < LOGIN.failures - 1; tried += 1) await logIn(phone, 'wrong horse 7')
      expect(await logIn(phone)).toMatchObject({ ok: true })
    }
  })

  test('a day later they are forgotten', async () => {
    const phone = aPhone()
    await stage.registered(phone)
    for (let tried = 0; tried < LOGIN.failures - 1; tried += 1) await logIn(phone, 'wrong horse 7')
    stage.time.pass(DAY)
    for (let tried = 0; tried < LOGIN.failures - 1; tried += 1) {
      expect(await logIn(phone, 'wrong horse 7')).toMatchObject({ code: 'LOGIN_WRONG' })
    }
    expect(await logIn(phone)).toMatchObject({ ok: true })
  })

  test('exactly five of 100 that come at once are compared', async () => {
    const phone = aPhone()
    await stage.registered(phone)
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => logIn(phone, `wrong horse ${n}`)))
    const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.code))
    expect(codes.filter((code) => code === 'LOGIN_WRONG')).toHaveLength(5)
    expect(codes.filter((code) => code === 'LOGIN_LOCKED')).toHaveLength(95)
  })

  test('are answered byte for byte alike for a known and an unknown phone, lock and all', async () => {
    const [known, unknown] = [aPhone(), aPhone()]
    await stage.registered(known)
    const answersOf = async (phone: string) => {
      const answers = []
      for (let tried = 0; tried < LOGIN.failures + 2; tried += 1) answers.push(await logIn(phone, 'wrong horse 7'))
      return JSON.stringify(answers)
    }
    expect(await answersOf(unknown)).toBe(await answersOf(known))
  })

  test('cost the database the same for a known and an unknown phone', async () => {
    const [known, unknown] = [aPhone(), aPhone()]
    await stage.registered(known)
    await logIn(known, 'wrong horse 7')
    const costOfKnown = stage.logs.at(-1)?.db
    await logIn(unknown, 'wrong horse 7')
    const costOfUnknown = stage.logs.at(-1)?.db
    expect([costOfUnknown?.calls, costOfUnknown?.roundTrips]).toEqual([costOfKnown?.calls, costOfKnown?.roundTrips])
  })

  test('leave the sessions that are open alone', async () => {
    const phone = aPhone()
    const { session } = await stage.registered(phone)
    for (let tried = 0; tried <= LOGIN.failures; tried += 1) await logIn(phone, 'wrong horse 7')
    expect(await stage.call('session', {}, { session })).toMatchObject({ ok: true })
  })
})
