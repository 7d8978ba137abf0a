import { CLAIM } from '#domain/limits'
import { anAccount } from '../../support/builders'
import { sampleIdNumber } from '../../../src/demo/sample-id'
import {
  aCode,
  aForm,
  anApplicant,
  branchOf,
  codeOf,
  openJourney,
  submit,
  valueOf,
  type Journey,
} from '../support/journey'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stage.close())

const people = () => journey.stage.world.db.people

describe('handing in the form', () => {
  test('a freshman with a valid form is pending in the branch of the code', async () => {
    const freshman = await anAccount(journey.stage)
    const outcome = await submit(journey, freshman, aForm())
    expect(outcome).toEqual({ ok: true, value: { status: 'pending', version: 1 } })

    const mine = valueOf(await journey.stage.ask<Record<string, unknown>>(journey.checkin, 'mine', {}, freshman))
    expect(mine).toMatchObject({
      status: 'pending',
      branch: { id: journey.branch._id },
      reviewer: { name: '王书记', title: '书记' },
    })
  })

  test('costs at most three round trips to the database', async () => {
    const { logs } = journey.stage
    const freshman = await anAccount(journey.stage)
    await submit(journey, freshman, aForm())
    expect(logs.at(-1)).toMatchObject({ verb: 'submit', result: 'OK', db: { roundTrips: 3 } })
  })

  test('the ID number is nowhere in the stored document in the clear', async () => {
    const { person, form } = await anApplicant(journey)
    const stored = JSON.stringify(await people().find(person))
    expect(stored).not.toContain(form.idNumber)
    expect(stored).toContain(form.idNumber?.slice(-4))
  })

  test('a retry with the same command gets the same answer and changes nothing', async () => {
    const freshman = await anAccount(journey.stage)
    const form = aForm()
    const first = await submit(journey, freshman, form, 0, 'the-same-command')
    const [before] = await people().list({ accountId: freshman.id }, { limit: 1 })
    const second = await submit(journey, freshman, form, 0, 'the-same-command')
    const [after] = await people().list({ accountId: freshman.id }, { limit: 1 })
    expect(second).toEqual(first)
    expect(after).toEqual(before)
  })

  test('the same command with another content is refused', async () => {
    const freshman = await anAccount(journey.stage)
    const form = aForm()
    await submit(journey, freshman, form, 0, 'a-command-used')
    expect(codeOf(await submit(journey, freshman, { ...form, joinedUnit: '另一中学' }, 0, 'a-command-used'))).toBe(
      'COMMAND_REUSED',
    )
  })

  test('two submissions at once leave one application', async () => {
    const freshman = await anAccount(journey.stage)
    const form = aForm()
    const outcomes = await Promise.all([submit(journey, freshman, form), submit(journey, freshman, form)])
    expect(outcomes.map(codeOf).sort()).toEqual(['ALREADY_SUBMITTED', 'OK'])
  })

  test('every field error comes back with its own code and nothing is stored', async () => {
    const freshman = await anAccount(journey.stage)
    const outcome = await submit(journey, freshman, aForm({ name: '周1', joinedMonth: '' }))
    expect(outcome).toMatchObject({
      ok: false,
      code: 'FORM_INVALID',
      detail: { issues: expect.arrayContaining(['name:NAME_DIGITS']) },
    })
    expect(await people().list({ accountId: freshman.id }, { limit: 1 })).toEqual([])
  })

  test('a form without the consent for ID data is not taken', async () => {
    const freshman = await anAccount(journey.stage)
    await journey.stage.world.db.accounts.amend(freshman.id, ({ outbox }) => ({ content: { consents: [] }, outbox }))
    expect(codeOf(await submit(journey, freshman, aForm()))).toBe('CONSENT_MISSING')
  })
})

describe('somebody under 14', () => {
  test('is refused, and neither a person nor the draft stays behind', async () => {
    const child = await anAccount(journey.stage)
    const { accounts, audit } = journey.stage.world.db
    await journey.stage.ask(journey.checkin, 'saveDraft', { step: 1, values: { name: '周小安' } }, child)
    expect((await accounts.find(child.id))?.draft).toBeDefined()

    const idNumber = sampleIdNumber('2013-01-01', '001')
    expect(
      codeOf(await submit(journey, child, aForm({ idNumber, joinedMonth: '2026-05', memberNumber: '202600000001' }))),
    ).toBe('UNDER_14')
    expect(await people().list({ accountId: child.id }, { limit: 1 })).toEqual([])
    expect((await accounts.find(child.id))?.draft).toBeUndefined()
    expect(await audit.list({ actor: child.id }, { limit: 1 })).toEqual([])
  })
})

describe('an ID number that is on file', () => {
  test('with another account is answered with a masked branch and phone, never with a name', async () => {
    const { form } = await anApplicant(journey)
    const other = await anAccount(journey.stage)
    const outcome = await submit(journey, other, { ...form, memberNumber: '202199999999' })
    expect(outcome).toMatchObject({
      ok: false,
      code: 'ID_ON_FILE',
      detail: { status: 'pending', mobile: expect.stringMatching(/^138\*{4}\d{4}$/) },
    })
    expect(JSON.stringify(outcome)).not.toContain('周予安')
  })

  test('can be taken up again once the other account has withdrawn', async () => {
    const { form, ...first } = await anApplicant(journey)
    valueOf(await journey.stage.ask(journey.checkin, 'withdraw', { version: 1, confirmation: '撤回' }, first))
    const second = await anAccount(journey.stage)
    const { memberNumber: _theirs, ...rest } = form
    expect(await submit(journey, second, { ...rest, memberNumber: '202188888888' })).toEqual({
      ok: true,
      value: { status: 'pending', version: 2 },
    })
  })

  test('a number typed wrongly before leaves no second document behind', async () => {
    const applicant = await anApplicant(journey)
    await journey.stage.ask(
      journey.review,
      'sendBack',
      { person: applicant.person, version: 1, reason: '证件号写错了', markedFields: ['idNumber'] },
      journey.desk,
    )
    const right = aForm().idNumber
    valueOf(await submit(journey, applicant, { ...applicant.form, idNumber: right }))

    for (let minute = 0; minute < 3; minute += 1) {
      await journey.tick()
      journey.stage.time.pass(60_000)
    }
    const left = await people().list({ accountId: applicant.id }, { limit: 5 })
    expect(left.map(({ checkIn }) => checkIn.status)).toEqual(['pending'])
    expect(left[0]?._id).not.toBe(applicant.person)
  })
})

describe('the branch code', () => {
  test('of another branch does not open this one', async () => {
    const freshman = await anAccount(journey.stage)
    const strange = await aCode(journey.stage, journey.committee)
    const input = { branch: { id: journey.branch._id, code: strange }, version: 0, values: aForm() }
    expect(codeOf(await journey.stage.ask(journey.checkin, 'submit', input, freshman))).toBe('CODE_UNKNOWN')
  })

  test('that is over or revoked says so', async () => {
    const { stage, checkin, branch } = journey
    const { tickets } = stage.world.db
    const [over, revoked] = [await aCode(stage, branch), await aCode(stage, branch)]
    const [first, second] = [await tickets.find(over), await tickets.find(revoked)]
    if (!first || !second) throw new Error('the codes are there')
    await tickets.replace(first, { ...first, expiresAt: stage.time.now })
    await tickets.replace(second, { ...second, revokedAt: stage.time.now } as typeof second)
    expect(codeOf(await stage.ask(checkin, 'openCode', { code: over }))).toBe('CODE_OVER')
    expect(codeOf(await stage.ask(checkin, 'openCode', { code: revoked }))).toBe('CODE_REVOKED')
    expect(codeOf(await stage.ask(checkin, 'openCode', { code: 'a'.repeat(22) }))).toBe('CODE_UNKNOWN')
  })

  test('shows anybody the full path and the secretary, without logging in', async () => {
    const shown = valueOf(await journey.stage.ask(journey.checkin, 'openCode', { code: journey.code }))
    expect(shown).toEqual({
      id: journey.branch._id,
      name: journey.branch.shortName,
      path: ['示例省团委', '示例大学团委', '示例学院团委', journey.branch.shortName],
      secretary: '王书记',
    })
  })
})

describe('a member number', () => {
  test('that somebody else has is refused', async () => {
    const { form } = await anApplicant(journey)
    const other = await anAccount(journey.stage)
    expect(codeOf(await submit(journey, other, aForm({ memberNumber: form.memberNumber })))).toBe('MEMBER_NUMBER_TAKEN')
  })

  test('reserved by a form that was refused is soon free for its true owner', async () => {
    const form = aForm()
    const taken = await anApplicant(journey)
    const first = await anAccount(journey.stage)
    // refused after the number was reserved: the ID number is somebody else's
    expect(codeOf(await submit(journey, first, { ...form, idNumber: taken.form.idNumber }))).toBe('ID_ON_FILE')
    const owner = await anAccount(journey.stage)
    // the first may still be about to write it
    expect(codeOf(await submit(journey, owner, form))).toBe('MEMBER_NUMBER_TAKEN')
    journey.stage.time.pass(CLAIM.grace)
    expect(codeOf(await submit(journey, owner, form))).toBe('OK')
  })
})

describe('a branch whose only operator applies', () => {
  test('has the application decided by the organisation above', async () => {
    const { stage, committee, review } = journey
    const dean = await anAccount(stage)
    const { aPost } = await import('../../support/builders')
    await aPost(stage, { accountId: dean.id, org: committee, name: '李老师' })
    valueOf(await submit(journey, journey.secretary, aForm({ name: '王书记' })))
    const [own] = await people().list({ accountId: journey.secretary.id }, { limit: 1 })
    expect(own?.checkIn.reviewOrg).toBe(committee._id)

    await journey.tick()
    const target = { person: own?._id, version: 1 }
    expect(codeOf(await stage.ask(review, 'approve', target, journey.desk))).toBe('NOT_FOUND')
    expect(
      codeOf(await stage.ask(review, 'approve', target, { session: dean.session, actingOrg: committee._id })),
    ).toBe('OK')
  })
})

describe('the draft', () => {
  test('comes back with its step and branch, and never holds an ID number', async () => {
    const freshman = await anAccount(journey.stage)
    const draft = { branch: branchOf(journey), step: 2, values: { name: '周予安' } }
    valueOf(await journey.stage.ask(journey.checkin, 'saveDraft', draft, freshman))
    const mine = valueOf(await journey.stage.ask<{ draft: unknown }>(journey.checkin, 'mine', {}, freshman))
    expect(mine.draft).toMatchObject(draft)
    const withNumber = { step: 2, values: { idNumber: sampleIdNumber('2007-01-01', '001') } }
    expect(codeOf(await journey.stage.ask(journey.checkin, 'saveDraft', withNumber, freshman))).toBe('INVALID_INPUT')
  })

  test('is over once the form has been handed in', async () => {
    const applicant = await anAccount(journey.stage)
    valueOf(await journey.stage.ask(journey.checkin, 'saveDraft', { step: 3, values: {} }, applicant))
    journey.stage.time.pass(1000)
    valueOf(await submit(journey, applicant, aForm()))
    const mine = valueOf(await journey.stage.ask<{ draft?: unknown }>(journey.checkin, 'mine', {}, applicant))
    expect(mine.draft).toBeUndefined()
  })
})
