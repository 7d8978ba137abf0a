import { aPost, anAccount } from '../../support/builders'
import type { Who } from '../../support/stage'
import { anApplicant, codeOf, openJourney, valueOf, type Applicant, type Journey } from '../support/journey'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stage.close())

const decide = (verb: string, input: unknown, who: Who = journey.desk, commandId?: string) =>
  journey.stage.ask(journey.review, verb, input, who, commandId)
const stored = async ({ person }: Applicant) => {
  const found = await journey.stage.world.db.people.find(person)
  if (!found) throw new Error('the applicant is stored')
  return found
}
/** An applicant whose real-name check has given its answer. */
async function checked(more: Parameters<typeof anApplicant>[1] = {}) {
  const applicant = await anApplicant(journey, more)
  await journey.tick()
  return applicant
}

describe('a reviewer', () => {
  test('approves somebody whose real name passed: they are a member of exactly this branch', async () => {
    const applicant = await checked()
    expect(await decide('approve', { person: applicant.person, version: 1 })).toEqual({
      ok: true,
      value: { person: applicant.person, status: 'approved', version: 1 },
    })
    const { membership, checkIn } = await stored(applicant)
    expect(membership).toMatchObject({ branchId: journey.branch._id, status: 'normal' })
    expect(checkIn.decidedBy).toMatchObject({ kind: 'cadre', name: '王书记', orgId: journey.branch._id })
  })

  test('needs at most three round trips to decide', async () => {
    const applicant = await checked()
    await decide('approve', { person: applicant.person, version: 1 })
    expect(journey.stage.logs.at(-1)).toMatchObject({ verb: 'approve', result: 'OK', db: { roundTrips: 3 } })
  })

  test('cannot approve while the real name is still being checked, but can send back', async () => {
    const applicant = await anApplicant(journey)
    const target = { person: applicant.person, version: 1 }
    expect(codeOf(await decide('approve', target))).toBe('NOT_YET_VERIFIED')
    expect(codeOf(await decide('sendBack', { ...target, reason: '班级写错了', markedFields: ['unit'] }))).toBe('OK')
  })

  test('sends back with a reason and marked fields, and the member keeps every value', async () => {
    const applicant = await checked()
    const input = {
      person: applicant.person,
      version: 1,
      reason: '入团年月和团员编号对不上',
      markedFields: ['joinedMonth', 'memberNumber'],
    }
    valueOf(await decide('sendBack', input))
    const mine = valueOf(await journey.stage.ask<Record<string, unknown>>(journey.checkin, 'mine', {}, applicant))
    const { idNumber: _idNumber, ...typed } = applicant.form
    expect(mine).toMatchObject({
      status: 'returned',
      returnReason: input.reason,
      markedFields: input.markedFields,
      decidedBy: { name: '王书记' },
      values: typed,
    })
  })

  test('who comes second is told who decided', async () => {
    const colleague = await anAccount(journey.stage)
    await aPost(journey.stage, {
      accountId: colleague.id,
      org: journey.branch,
      name: '赵副书记',
      titles: ['deputySecretary'],
    })
    const applicant = await checked()
    const target = { person: applicant.person, version: 1 }
    valueOf(await decide('approve', target))
    const late = await decide(
      'sendBack',
      { ...target, reason: '再核对一下', markedFields: [] },
      { session: colleague.session, actingOrg: journey.branch._id },
    )
    expect(late).toMatchObject({ ok: false, code: 'STALE', detail: { by: '王书记', status: 'approved' } })
  })

  test('of two at once exactly one decides', async () => {
    const applicant = await checked()
    const target = { person: applicant.person, version: 1 }
    const outcomes = await Promise.all([
      decide('approve', target),
      decide('sendBack', { ...target, reason: '再核对一下', markedFields: [] }),
    ])
    expect(outcomes.map(codeOf).sort()).toEqual(['OK', 'STALE'])
  })

  test('cannot decide on their own application', async () => {
    const { stage, branch } = journey
    const colleague = await anAccount(stage)
    await aPost(stage, { accountId: colleague.id, org: branch, name: '钱委员', titles: ['organizationOfficer'] })
    const { submit, aForm } = await import('../support/journey')
    valueOf(await submit(journey, colleague, aForm({ name: '钱委员' })))
    await journey.tick()
    const [own] = await stage.world.db.people.list({ accountId: colleague.id }, { limit: 1 })
    const desk = { session: colleague.session, actingOrg: branch._id }
    for (const [verb, more] of [
      ['approve', {}],
      ['sendBack', { reason: '不合适', markedFields: [] }],
    ] as const) {
      expect(codeOf(await decide(verb, { person: own?._id, version: 1, ...more }, desk))).toBe('OWN_APPLICATION')
    }
  })

  test('a decision that names an older version is stale', async () => {
    const applicant = await checked()
    const target = { person: applicant.person, version: 1 }
    valueOf(await decide('sendBack', { ...target, reason: '请补团员编号', markedFields: [] }))
    const { submit } = await import('../support/journey')
    valueOf(await submit(journey, applicant, { ...applicant.form, idNumber: undefined }, 1))
    expect(codeOf(await decide('approve', target))).toBe('STALE')
    expect(codeOf(await decide('approve', { ...target, version: 2 }))).toBe('OK')
  })
})

describe('somebody without the right', () => {
  test('an ordinary cadre of the branch, a stranger and an operator elsewhere see nothing', async () => {
    const { stage, branch, committee } = journey
    const applicant = await checked()
    const [ordinary, elsewhere] = [await anAccount(stage), await anAccount(stage)]
    await aPost(stage, { accountId: ordinary.id, org: branch, operator: false })
    await aPost(stage, { accountId: elsewhere.id, org: committee })
    const target = { person: applicant.person, version: 1 }
    const nobody = { ...target, person: `1_${'a'.repeat(43)}` }

    expect(codeOf(await decide('approve', target, { session: ordinary.session, actingOrg: branch._id }))).toBe(
      'NOT_ALLOWED',
    )
    expect(codeOf(await decide('approve', target, applicant))).toBe('NOT_ALLOWED')
    expect(codeOf(await decide('approve', target, {}))).toBe('SIGNED_OUT')
    const outside = { session: elsewhere.session, actingOrg: committee._id }
    expect(await decide('detail', { person: target.person }, outside)).toEqual(
      await decide('detail', { person: nobody.person }, outside),
    )
    expect(await decide('approve', target, outside)).toEqual(await decide('approve', nobody, outside))
  })

  test('a post that has ended gives no rights from the next call on', async () => {
    const { stage, branch } = journey
    const leaving = await anAccount(stage)
    const post = await aPost(stage, { accountId: leaving.id, org: branch })
    const desk = { session: leaving.session, actingOrg: branch._id }
    expect(codeOf(await decide('queue', { queue: 'pending' }, desk))).toBe('OK')
    const before = await stage.world.db.posts.find(post._id)
    if (!before) throw new Error('the post is stored')
    await stage.world.db.posts.replace(before, { ...before, state: 'ended' })
    expect(codeOf(await decide('queue', { queue: 'pending' }, desk))).toBe('NOT_ALLOWED')
  })
})

describe('a batch', () => {
  test('has a result for every row, and a retry the same results', async () => {
    const [first, second] = [await checked(), await checked()]
    const verifying = await anApplicant(journey)
    const items = [first, second, verifying].map(({ person }) => ({ person, version: 1 }))
    const done = await decide('batch', { decision: 'approve', items }, journey.desk, 'batch-command')
    expect(done).toEqual({
      ok: true,
      value: {
        results: [
          { person: first.person, done: true },
          { person: second.person, done: true },
          { person: verifying.person, done: false, code: 'NOT_YET_VERIFIED' },
        ],
      },
    })
    expect(await decide('batch', { decision: 'approve', items }, journey.desk, 'batch-command')).toEqual(done)
  })
})
