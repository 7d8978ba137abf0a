import { anApplicant, codeOf, openJourney, valueOf, type Applicant, type Journey } from '../support/journey'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stage.close())

async function member(): Promise<Applicant> {
  const applicant = await anApplicant(journey)
  await journey.tick()
  valueOf(await journey.stage.ask(journey.review, 'approve', { person: applicant.person, version: 1 }, journey.desk))
  return applicant
}
const change = (who: Applicant, values: object) => journey.stage.ask(journey.checkin, 'change', { values }, who)
const profileOf = async ({ person }: Applicant) => (await journey.stage.world.db.people.find(person))?.profile
const decide = (verb: string, who: Applicant, more: object = {}) =>
  journey.stage.ask(journey.review, verb, { person: who.person, version: 1, ...more }, journey.desk)

describe('after approval', () => {
  test('a free value changes at once, a reviewed one waits for the branch', async () => {
    const applicant = await member()
    const outcome = await change(applicant, { joinedUnit: '另一所示例中学', joinedMonth: '2021-06' })
    expect(outcome).toEqual({ ok: true, value: { applied: ['joinedUnit'], pending: ['joinedMonth'] } })
    expect(await profileOf(applicant)).toMatchObject({ joinedUnit: '另一所示例中学', joinedMonth: '2021-05' })
  })

  test('the branch sees before and after, and what it approves takes effect', async () => {
    const applicant = await member()
    valueOf(await change(applicant, { joinedMonth: '2021-06' }))
    const { rows } = valueOf(
      await journey.stage.ask<{ rows: { person: string; fields: string[] }[] }>(
        journey.review,
        'changes',
        {},
        journey.desk,
      ),
    )
    expect(rows.find(({ person }) => person === applicant.person)?.fields).toEqual(['joinedMonth'])
    const shown = valueOf(
      await journey.stage.ask<{ change: unknown }>(
        journey.review,
        'detail',
        { person: applicant.person },
        journey.desk,
      ),
    )
    expect(shown.change).toMatchObject({
      status: 'pending',
      rows: [{ field: 'joinedMonth', before: '2021-05', after: '2021-06' }],
    })

    valueOf(await decide('approveChange', applicant))
    expect(await profileOf(applicant)).toMatchObject({ joinedMonth: '2021-06' })
    expect(codeOf(await decide('returnChange', applicant, { reason: '来晚了' }))).toBe('STALE')
  })

  test('what is returned leaves the profile as it is, with the reason', async () => {
    const applicant = await member()
    valueOf(await change(applicant, { joinedMonth: '2021-06' }))
    valueOf(await decide('returnChange', applicant, { reason: '请附上团员证' }))
    expect(await profileOf(applicant)).toMatchObject({ joinedMonth: '2021-05' })
    const mine = valueOf(await journey.stage.ask<{ change: unknown }>(journey.checkin, 'mine', {}, applicant))
    expect(mine.change).toMatchObject({
      status: 'returned',
      returnReason: '请附上团员证',
      decidedBy: { name: '王书记' },
    })
  })

  test('one request is open at a time, and its author can withdraw it', async () => {
    const applicant = await member()
    valueOf(await change(applicant, { joinedMonth: '2021-06' }))
    expect(codeOf(await change(applicant, { joinedMonth: '2021-07' }))).toBe('CHANGE_OPEN')
    valueOf(await journey.stage.ask(journey.checkin, 'withdrawChange', { version: 1 }, applicant))
    expect(codeOf(await change(applicant, { joinedMonth: '2021-07' }))).toBe('OK')
  })

  test('name, number and branch are locked: no input can name them', async () => {
    const applicant = await member()
    for (const values of [
      { name: '周予宁' },
      { idNumber: applicant.form.idNumber },
      { branchId: '10000001' },
      { birthDate: '2000-01-01' },
    ]) {
      expect(codeOf(await change(applicant, values))).toBe('INVALID_INPUT')
    }
  })

  test('a change that breaks a rule or changes nothing is refused', async () => {
    const applicant = await member()
    expect(codeOf(await change(applicant, { joinedMonth: '2030-01' }))).toBe('FORM_INVALID')
    expect(codeOf(await change(applicant, { joinedUnit: applicant.form.joinedUnit }))).toBe('NOTHING_CHANGED')
  })
})

describe('before approval', () => {
  test('nothing else is reachable', async () => {
    const applicant = await anApplicant(journey)
    expect(codeOf(await change(applicant, { joinedUnit: '另一所示例中学' }))).toBe('NOT_ALLOWED')
    expect(codeOf(await journey.stage.ask(journey.checkin, 'looks', {}, applicant))).toBe('NOT_ALLOWED')
  })
})
