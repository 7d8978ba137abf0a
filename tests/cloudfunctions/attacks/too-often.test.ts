import { COSTLY, SUBMISSIONS_PER_DAY } from '#domain/limits'
import { newCommandId } from '../../support/stage'
import { codeOf, openJourney, valueOf, type Journey } from '../support/journey'
import { PROCEDURES, type Named } from '../support/requests'

// hundreds of requests of each kind
jest.setTimeout(120_000)

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
  // the picture of a code takes a second to draw, and may be absent
  journey.stage.cloud.wire.script(({ about }) =>
    about === 'wxacode.getUnlimited' ? { code: 'SYS_ERR', message: 'no picture' } : 'pass',
  )
})
afterAll(() => journey.stage.close())

/** What costs money, storage or somebody's attention, and where its bound is kept. */
const COSTLY_ACTIONS: Readonly<Record<string, 'contract' | 'test of its own'>> = {
  'account.sendCode': 'test of its own',
  'account.logInByPassword': 'test of its own',
  'account.logInByCode': 'test of its own',
  'review.reveal': 'test of its own',
  'checkin.submit': 'test of its own',
  'checkin.startLetterPhoto': 'contract',
  'review.startPhoto': 'contract',
  'review.photos': 'contract',
  'org.code': 'contract',
  'org.renewCode': 'contract',
}

test('every procedure with a bound in the contract is on the list of costly actions, and the other way round', () => {
  const bounded = PROCEDURES.filter(({ procedure }) => procedure.perDay).map(({ name }) => name)
  const listed = Object.keys(COSTLY_ACTIONS).filter((name) => COSTLY_ACTIONS[name] === 'contract')
  expect(bounded.sort()).toEqual(listed.sort())
})

describe.each(PROCEDURES.filter(({ procedure }) => procedure.perDay))('$name', (named: Named) => {
  test('ends at its bound with the time to wait, and tomorrow is another day', async () => {
    const { input, who, account } = await named.prepare(journey)
    const ask = () => journey.ask(named.fn, named.verb, input, who, newCommandId())
    expect(codeOf(await ask())).toBe('OK')
    // the counter of today stands just below its bound, as after a day's work
    const { limits } = journey.stage.world.db
    const [counter] = (await limits.list({ expiresAt: { gt: journey.stage.time.now } }, { limit: 200 })).filter(
      ({ _id }) => _id.startsWith(`${named.name}:`),
    )
    if (!counter) throw new Error(`nothing counts for ${account ?? 'nobody'}`)
    const bound = named.procedure.perDay ?? 0
    expect(await limits.replace(counter, { ...counter, count: bound - 1 })).toBe(true)

    expect(codeOf(await ask())).toBe('OK')
    expect(await ask()).toMatchObject({ ok: false, code: 'TOO_OFTEN', detail: { waitSeconds: expect.any(Number) } })
    journey.stage.time.pass(86_400_000)
    expect(codeOf(await ask())).toBe('OK')
    await limits
      .list({ expiresAt: { gt: journey.stage.time.now } }, { limit: 200 })
      .then((rows) =>
        Promise.all(rows.filter(({ _id }) => _id.startsWith(`${named.name}:`)).map((row) => limits.remove(row))),
      )
  })

  test('of 30 who ask at once when three are left, three are served', async () => {
    if (named.name !== 'review.startPhoto') return
    const { input, who } = await named.prepare(journey)
    const { takeShared } = await import('../../../cloudfunctions/_platform/limits')
    const { db } = journey.stage.world
    expect(codeOf(await journey.ask(named.fn, named.verb, input, who))).toBe('OK')
    const tomorrow = new Date(journey.stage.time.now.getTime() + 86_400_000)
    const taken = await Promise.all(Array.from({ length: 30 }, () => takeShared(db, 'contested', 3, tomorrow)))
    expect(taken.filter(Boolean)).toHaveLength(3)
    expect(COSTLY.upload).toBe(named.procedure.perDay)
  })
})

test('somebody who submits and withdraws all day is stopped after ten times', async () => {
  const named = PROCEDURES.find(({ name }) => name === 'checkin.submit') as Named
  const { input, who } = await named.prepare(journey)
  for (let version = 0; version < SUBMISSIONS_PER_DAY; version += 1) {
    valueOf(await journey.ask('checkin', 'submit', { ...input, version }, who))
    valueOf(await journey.ask('checkin', 'withdraw', { version: version + 1, confirmation: '撤回' }, who))
  }
  const once = { ...input, version: SUBMISSIONS_PER_DAY }
  expect(codeOf(await journey.ask('checkin', 'submit', once, who))).toBe('TOO_OFTEN')
  journey.stage.time.pass(86_400_000)
  expect(codeOf(await journey.ask('checkin', 'submit', once, who))).toBe('OK')
})
