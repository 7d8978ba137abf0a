import { HOUR, MINUTE } from '#domain/limits'
import { anApplicant, codeOf, openJourney, valueOf, type Applicant, type Journey } from '../support/journey'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stage.close())

const personOf = async ({ person }: Applicant) => {
  const found = await journey.stage.world.db.people.find(person)
  if (!found) throw new Error('the applicant is stored')
  return found
}
const statusOf = async (applicant: Applicant) => (await personOf(applicant)).realName.status
const paid = () => journey.stage.cloud.sandbox.realName.paidCalls()

/** The clock goes on in steps, and the timer runs at each. */
async function pass(ms: number, step = 30 * MINUTE) {
  for (let passed = 0; passed < ms; passed += step) {
    journey.stage.time.pass(step)
    await journey.tick()
  }
}

describe('the real-name check', () => {
  test('passes a match at the first call, with the system as the author in the history', async () => {
    const applicant = await anApplicant(journey)
    expect(await statusOf(applicant)).toBe('verifying')
    await journey.tick()
    const { realName, checkIn } = await personOf(applicant)
    expect(realName.status).toBe('passed')
    expect(checkIn.history.at(-1)).toMatchObject({
      move: 'verify',
      author: { kind: 'system', job: 'realNameCheck' },
      note: '通过',
    })
  })

  test('checks a mismatch again within 24 hours, then opens offline verification: two paid calls', async () => {
    const before = paid()
    const applicant = await anApplicant(journey, { answer: '90' })
    await journey.tick()
    expect(await statusOf(applicant)).toBe('verifying')
    await pass(24 * HOUR)
    expect(await statusOf(applicant)).toBe('failed')
    expect(paid() - before).toBe(2)
  })

  test('a number that the library finds at the second call passes', async () => {
    const applicant = await anApplicant(journey, { answer: '91' })
    await pass(24 * HOUR)
    expect(await statusOf(applicant)).toBe('passed')
  })

  test.each([
    ['an upstream error', '92'],
    ['a throttled call', '93'],
    ['garbage', '95'],
  ])('%s is never shown as 未通过 and costs nothing', async (_name, answer) => {
    const before = paid()
    const applicant = await anApplicant(journey, { answer })
    await journey.tick()
    expect(await statusOf(applicant)).toBe('verifying')
    expect(paid() - before).toBe(0)
  })

  test('is done by one of two timers that run at once', async () => {
    const before = paid()
    await anApplicant(journey)
    await Promise.all([journey.tick(), journey.tick()])
    expect(paid() - before).toBe(1)
  })

  test('a decision that falls while the provider thinks stands', async () => {
    const applicant = await anApplicant(journey)
    const running = journey.tick()
    valueOf(
      await journey.stage.ask(
        journey.review,
        'sendBack',
        { person: applicant.person, version: 1, reason: '班级写错了', markedFields: [] },
        journey.desk,
      ),
    )
    await running
    expect((await personOf(applicant)).checkIn.status).toBe('returned')
  })

  test('an ID from outside the mainland goes to offline verification at once', async () => {
    const applicant = await anApplicant(journey, {
      idType: 'outsideMainland',
      idNumber: 'H12345678',
      birthDate: '2007-03-01',
      sex: 'female',
    })
    const { realName } = await personOf(applicant)
    expect(realName).toMatchObject({ status: 'failed', cause: 'unsupported' })
    const before = paid()
    await journey.tick()
    expect(paid()).toBe(before)
  })
})

describe('what a write sets in motion', () => {
  const inbox = async (accountId: string) =>
    journey.stage.world.db.notices.list({ accountId }, { order: { by: 'at', direction: -1 }, limit: 100 })

  test('reaches the inbox once, however often the timer runs', async () => {
    const applicant = await anApplicant(journey)
    await journey.tick()
    valueOf(await journey.stage.ask(journey.review, 'approve', { person: applicant.person, version: 1 }, journey.desk))
    for (let run = 0; run < 5; run += 1) await Promise.all([journey.tick(), journey.tick()])
    expect((await inbox(applicant.id)).map(({ kind }) => kind)).toEqual(['checkInApproved'])
    const asked = (await inbox(journey.secretary.id)).filter(
      ({ person, kind }) => person === applicant.person && kind === 'checkInSubmitted',
    )
    expect(asked).toMatchObject([{ role: 'decide', name: '周予安' }])
  })

  test('reminds the branch after 24 and 48 hours, and not once it is decided', async () => {
    const [waiting, decided] = [await anApplicant(journey), await anApplicant(journey)]
    await journey.tick()
    valueOf(await journey.stage.ask(journey.review, 'approve', { person: decided.person, version: 1 }, journey.desk))
    await pass(49 * HOUR, 6 * HOUR)
    const reminders = (await inbox(journey.secretary.id)).filter(({ kind }) => kind === 'reviewReminder')
    expect(reminders.filter(({ person }) => person === waiting.person)).toHaveLength(2)
    expect(reminders.filter(({ person }) => person === decided.person)).toHaveLength(0)
  })

  test('leaves one audit event a change, each chained to the one before', async () => {
    const { auditHash } = await import('../../../cloudfunctions/_platform/audit')
    const applicant = await anApplicant(journey)
    await journey.tick()
    valueOf(
      await journey.stage.ask(
        journey.review,
        'sendBack',
        { person: applicant.person, version: 1, reason: '班级写错了', markedFields: ['unit'] },
        journey.desk,
      ),
    )
    await journey.tick()
    const events = await journey.stage.world.db.audit.list(
      { object: `people:${applicant.person}` },
      { order: { by: 'at', direction: 1 }, limit: 100 },
    )
    const byPrevious = new Map(events.map((event) => [event.previous, event]))
    const chain: string[] = []
    for (let event = byPrevious.get(''); event; event = byPrevious.get(event.hash)) {
      const { hash, ...content } = event
      expect(auditHash(content)).toBe(hash)
      chain.push(event.action)
    }
    expect(chain).toEqual(['checkin.submit', 'realName.match', 'review.sendBack'])
    expect(JSON.stringify(events)).not.toContain(applicant.form.idNumber)
  })

  test('a message that WeChat refuses does not hold up the inbox', async () => {
    const applicant = await anApplicant(journey)
    journey.stage.cloud.sandbox.refuseMessages(String(applicant.openid))
    valueOf(
      await journey.stage.ask(
        journey.review,
        'sendBack',
        { person: applicant.person, version: 1, reason: '班级写错了', markedFields: [] },
        journey.desk,
      ),
    )
    const { failed } = await journey.tick()
    expect(failed).toBe(0)
    expect((await inbox(applicant.id)).map(({ kind }) => kind)).toEqual(['checkInReturned'])
  })
})

test('a withdrawal is told to the branch, and needs the word typed', async () => {
  const applicant = await anApplicant(journey)
  const withdraw = (confirmation: string) =>
    journey.stage.ask(journey.checkin, 'withdraw', { version: 1, confirmation }, applicant)
  expect(codeOf(await withdraw('好'))).toBe('CONFIRMATION_WRONG')
  expect(codeOf(await withdraw('撤回'))).toBe('OK')
  expect((await personOf(applicant)).checkIn.status).toBe('withdrawn')
})
