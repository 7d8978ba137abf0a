import { PERMISSIONS, type PermissionKey } from '#domain/permissions'
import type { Outcome } from '#domain/outcome'
import { anAccount, anOpenid, aPost, anOrg } from '../support/builders'
import type { Who } from '../support/stage'
import { anApplicant, codeOf, deskOf, openJourney, valueOf, type Applicant, type Journey } from './support/journey'
import { PROCEDURES } from './support/requests'

const ROLES = [
  'visitor',
  'account',
  'pendingMember',
  'member',
  'cadre',
  'operator',
  'operatorAbove',
  'operatorBeside',
  'endedCadre',
  'twoPosts',
] as const
type Role = (typeof ROLES)[number]

let journey: Journey
let target: Applicant
const who = {} as Record<Role, Who>

beforeAll(async () => {
  journey = await openJourney()
  const { stage, branch, committee } = journey
  const someone = () => anAccount(stage, { openid: anOpenid() })
  const beside = await anOrg(stage, { parent: committee })
  const holding = async (at: typeof branch, more: object = {}) => {
    const account = await someone()
    await aPost(stage, { accountId: account.id, org: at, ...more })
    return deskOf(account, at)
  }
  const two = await someone()
  await aPost(stage, { accountId: two.id, org: branch })
  await aPost(stage, { accountId: two.id, org: beside, operator: false })

  const approved = await anApplicant(journey)
  await journey.tick()
  valueOf(await stage.ask(journey.review, 'approve', { person: approved.person, version: 1 }, journey.desk))
  const [visitor, registered, pending] = [{}, await someone(), await anApplicant(journey)]
  Object.assign(who, {
    visitor,
    account: registered,
    pendingMember: pending,
    member: approved,
    cadre: await holding(branch, { operator: false }),
    operator: journey.desk,
    operatorAbove: await holding(committee),
    operatorBeside: await holding(beside),
    endedCadre: await holding(branch, { state: 'ended' }),
    // acts in the post that carries no grant
    twoPosts: deskOf(two, beside),
  } satisfies Record<Role, Who>)
  target = await anApplicant(journey)
  await journey.tick()
})
afterAll(() => journey.stage.close())

/** Who passes the first gate of each permission. A permission without a row fails below. */
const GATE: Record<PermissionKey, readonly Role[]> = {
  anyone: ROLES,
  openCode: ROLES,
  account: ROLES.filter((role) => role !== 'visitor'),
  ownCheckIn: ROLES.filter((role) => role !== 'visitor'),
  ownProfile: ['member'],
  inbox: ROLES.filter((role) => role !== 'visitor'),
  reviewCheckIn: ['operator', 'operatorAbove', 'operatorBeside'],
  decideCheckIn: ['operator', 'operatorAbove', 'operatorBeside'],
  revealIdNumber: ['operator', 'operatorAbove', 'operatorBeside'],
  reviewProfileChange: ['operator', 'operatorAbove', 'operatorBeside'],
  decideProfileChange: ['operator', 'operatorAbove', 'operatorBeside'],
  branchCode: ['operator', 'operatorAbove', 'operatorBeside'],
  timer: [],
}

const procedures = PROCEDURES.map(({ fn, verb, procedure: { allowed } }) => ({ fn, verb, allowed }))
const stopped = (outcome: Outcome<unknown>) => ['SIGNED_OUT', 'NOT_ALLOWED'].includes(codeOf(outcome))

describe('the first gate', () => {
  test('every permission has a sentence and a row here', () => {
    expect(Object.keys(GATE).sort()).toEqual(Object.keys(PERMISSIONS).sort())
    expect(Object.values(PERMISSIONS).every(({ says }) => says.length >= 5)).toBe(true)
  })

  describe.each(ROLES)('%s', (role) => {
    // an input that no schema accepts stops at the shape; only a valid shape tells who may ask
    const VALID: Record<string, unknown> = {
      'review.overview': {},
      'review.queue': { queue: 'pending' },
      'review.changes': {},
      'checkin.mine': {},
      'checkin.looks': {},
      'notice.inbox': {},
      'org.code': {},
      'account.session': {},
    }
    test.each(procedures.filter(({ fn, verb }) => VALID[`${fn}.${verb}`]))(
      '$fn.$verb',
      async ({ fn, verb, allowed }) => {
        const outcome = await journey.ask(fn, verb, VALID[`${fn}.${verb}`], who[role])
        expect(stopped(outcome)).toBe(!GATE[allowed].includes(role))
      },
    )
  })
})

describe('an object of somebody else', () => {
  const OBJECTS: readonly [string, () => object][] = [
    ['detail', () => ({})],
    ['approve', () => ({ version: 1 })],
    ['sendBack', () => ({ version: 1, reason: '再核对一下', markedFields: [] })],
    [
      'approveOffline',
      () => ({ version: 1, explanation: '当面核对了原件', photos: ['a'.repeat(22)], confirmed: true }),
    ],
    ['reveal', () => ({ purpose: 'other' })],
    ['startPhoto', () => ({})],
    ['photos', () => ({ of: 'proof' })],
    ['approveChange', () => ({ version: 1 })],
    ['returnChange', () => ({ version: 1, reason: '再核对一下' })],
  ]
  const strangers = ['operatorAbove', 'operatorBeside'] as const

  test.each(strangers.flatMap((role) => OBJECTS.map(([verb, more]) => ({ role, verb, more }))))(
    '$role asks review.$verb: the same bytes as for nobody',
    async ({ role, verb, more }) => {
      const ask = (person: string) => journey.stage.ask(journey.review, verb, { person, ...more() }, who[role])
      const denied = await ask(target.person)
      expect(JSON.stringify(denied)).toBe(JSON.stringify(await ask(`1_${'a'.repeat(43)}`)))
      expect(codeOf(denied)).toBe('NOT_FOUND')
    },
  )

  test('nothing of the person stands in any refusal', async () => {
    for (const role of ROLES.filter((one) => one !== 'operator')) {
      for (const [verb, more] of OBJECTS) {
        const said = JSON.stringify(
          await journey.stage.ask(journey.review, verb, { person: target.person, ...more() }, who[role]),
        )
        for (const secret of [target.form.name, target.form.idNumber, target.phone]) expect(said).not.toContain(secret)
      }
    }
  })
})
