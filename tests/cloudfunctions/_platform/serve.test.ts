import { codeOf, openJourney, anApplicant, type Journey } from '../support/journey'
import { newCommandId } from '../../support/stage'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stage.close())

describe('an envelope that is no question', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'mine'],
    ['a verb that nobody declared', { verb: 'constructor', input: {} }],
    ['the prototype', { verb: '__proto__', input: {} }],
    ['a write without a command', { verb: 'withdraw', input: { version: 1, confirmation: '撤回' } }],
    ['more text than a question has', { verb: 'mine', input: {}, ballast: 'x'.repeat(70_000) }],
    ['an operator instead of a text', { verb: 'openCode', input: { code: { $ne: null } } }],
    ['a field that the schema does not name', { verb: 'openCode', input: { code: 'a'.repeat(22), admin: true } }],
  ])('%s is INVALID_INPUT', async (_name, event) => {
    expect(codeOf(await journey.checkin(event))).toBe('INVALID_INPUT')
  })
})

describe('a fault', () => {
  test('is answered INTERNAL with a number to quote, and logged without what was asked', async () => {
    const { stage } = journey
    const applicant = await anApplicant(journey)
    const { people } = stage.world.db
    const { list } = people
    people.list = () => Promise.reject(new Error(`about ${applicant.form.idNumber}`))
    const outcome = await stage.ask(journey.checkin, 'mine', {}, applicant)
    people.list = list
    expect(outcome).toEqual({
      ok: false,
      code: 'INTERNAL',
      detail: { request: expect.stringMatching(/^[0-9a-f]{8}$/) },
    })
    expect(stage.logs.at(-1)).toMatchObject({
      level: 'error',
      verb: 'mine',
      result: 'INTERNAL',
      fault: { name: 'Error' },
    })
  })
})

test('no log line holds a number, a phone, a name or a token', async () => {
  const { stage, review, desk } = journey
  const applicant = await anApplicant(journey)
  await journey.tick()
  await stage.ask(review, 'detail', { person: applicant.person }, desk)
  await stage.ask(review, 'reveal', { person: applicant.person, purpose: 'other' }, desk, newCommandId())
  const logged = JSON.stringify(stage.logs)
  for (const secret of [
    applicant.form.idNumber,
    applicant.phone,
    applicant.form.name,
    applicant.session,
    applicant.openid,
    journey.code,
  ]) {
    expect(logged).not.toContain(secret)
  }
})
