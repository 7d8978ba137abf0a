import { HOUR } from '#domain/limits'
import { anApplicant, openJourney, type Applicant, type Journey } from '../support/journey'

/** Days of runs, each test with all of them. */
jest.setTimeout(60_000)

let journey: Journey
beforeEach(async () => {
  journey = await openJourney()
})
afterEach(() => journey.stage.close())

/** What of a person, and of the branch's inbox about them, must not depend on when and how often the timer ran. */
async function endOf({ person }: Applicant) {
  const { db } = journey.stage.world
  const found = await db.people.find(person)
  const inbox = await db.notices.list({ accountId: journey.secretary.id }, { limit: 100 })
  return {
    status: found?.realName.status,
    failures: found?.realName.failedChecks.length,
    verified: found?.checkIn.history.flatMap(({ move, note }) => (move === 'verify' ? [note] : [])),
    owed: found?.outbox.map(({ kind }) => kind).filter((kind) => kind !== 'reviewReminder'),
    told: inbox
      .flatMap(({ kind, person: about }) => (about === person && kind !== 'reviewReminder' ? [kind] : []))
      .sort(),
  }
}

const together = (runs: number) => async () =>
  void (await Promise.all(Array.from({ length: runs }, () => journey.tick())))
const oneByOne = (runs: number) => async () => {
  for (let run = 0; run < runs; run += 1) await journey.tick()
}
/** Runs as if the clock showed another time, and then what it shows. */
const shifted = (ms: number) => async () => {
  const { now } = journey.stage.time
  journey.stage.time.now = new Date(now.getTime() + ms)
  await journey.tick()
  journey.stage.time.now = now
  await journey.tick()
}

/** The clock goes on for a day and some hours, in steps, with these runs at each. */
async function aDay(runs: () => Promise<void>, step = 5 * HOUR, hours = 30) {
  for (let passed = 0; passed < hours * HOUR; passed += step) {
    journey.stage.time.pass(step)
    await runs()
  }
}

const FAILED = {
  status: 'failed',
  failures: 2,
  verified: ['校验中', '未通过'],
  owed: [],
  told: ['checkInSubmitted', 'offlinePossible'],
}
const PASSED = { status: 'passed', failures: 0, verified: ['通过'], owed: [], told: ['checkInSubmitted'] }

describe('however the timer runs', () => {
  test.each([
    ['once each time', () => aDay(oneByOne(1))],
    ['twice each time', () => aDay(oneByOne(2))],
    ['five times each time', () => aDay(oneByOne(5))],
    ['five times at once', () => aDay(together(5))],
    ['once every two hours', () => aDay(oneByOne(1), 2 * HOUR)],
    ['with a run that comes an hour before its time each time', () => aDay(shifted(-HOUR))],
    ['not at all for three days, and then at last', () => aDay(oneByOne(2), 72 * HOUR, 144)],
  ])('%s, a failed check is made again once, two calls are paid, and offline opens once', async (_how, run) => {
    const { realName } = journey.stage.cloud.sandbox
    const before = realName.paidCalls()
    const [failing, passing] = [await anApplicant(journey, { answer: '90' }), await anApplicant(journey)]
    await run()
    expect(await endOf(failing)).toEqual(FAILED)
    expect(await endOf(passing)).toEqual(PASSED)
    expect(realName.paidCalls() - before).toBe(3)
  })

  test('not at all: nothing is asked, nothing is opened, nothing is lost', async () => {
    const { realName } = journey.stage.cloud.sandbox
    const before = realName.paidCalls()
    const applicant = await anApplicant(journey, { answer: '90' })
    journey.stage.time.pass(72 * HOUR)
    expect(realName.paidCalls()).toBe(before)
    expect(await endOf(applicant)).toMatchObject({ status: 'verifying', failures: 0, told: [] })
    expect((await endOf(applicant)).owed).toContain('realNameCheck')
  })

  test('a first failure is made again within the day in which the timer ran', async () => {
    const applicant = await anApplicant(journey, { answer: '90' })
    await journey.tick()
    await aDay(oneByOne(1), 4 * HOUR, 24)
    expect(await endOf(applicant)).toMatchObject({ status: 'failed', failures: 2 })
  })

  test('a clock that goes back an hour for good delays, and repeats nothing', async () => {
    const { realName } = journey.stage.cloud.sandbox
    const before = realName.paidCalls()
    const applicant = await anApplicant(journey, { answer: '90' })
    await journey.tick()
    journey.stage.time.pass(-HOUR)
    await aDay(together(2))
    expect(await endOf(applicant)).toEqual(FAILED)
    expect(realName.paidCalls() - before).toBe(2)
  })
})
