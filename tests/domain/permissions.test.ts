import { cadreOf, PERMISSIONS, permits, type Actor, type PermissionKey } from '#domain/permissions'

const post = (orgId: string, operator: boolean) => ({ orgId, title: '书记', operator, name: '王书记' })
const acting = (orgId: string, operator: boolean) => ({ ...post(orgId, operator), path: ['10000001', orgId] })

/** Everybody who might ask; the branch is 10000005, its parent 10000002, another branch 10000006. */
const ACTORS = {
  visitor: { kind: 'visitor' },
  applicant: { kind: 'account', accountId: 'li', posts: [] },
  member: { kind: 'account', accountId: 'li', posts: [], memberOf: '10000005' },
  stranger: { kind: 'account', accountId: 'xu', posts: [] },
  cadre: { kind: 'account', accountId: 'wang', posts: [post('10000005', false)], acting: acting('10000005', false) },
  operator: { kind: 'account', accountId: 'wang', posts: [post('10000005', true)], acting: acting('10000005', true) },
  operatorNotActing: { kind: 'account', accountId: 'wang', posts: [post('10000005', true)] },
  operatorActingElsewhere: {
    kind: 'account',
    accountId: 'wang',
    posts: [post('10000005', true), post('10000006', true)],
    acting: acting('10000006', true),
  },
  operatorAbove: {
    kind: 'account',
    accountId: 'zhao',
    posts: [post('10000002', true)],
    acting: acting('10000002', true),
  },
  applicantAsOperator: {
    kind: 'account',
    accountId: 'li',
    posts: [post('10000005', true)],
    acting: acting('10000005', true),
    memberOf: '10000005',
  },
  system: { kind: 'system', job: 'verify' },
} satisfies Record<string, Actor>
type Who = keyof typeof ACTORS
const EVERYBODY = Object.keys(ACTORS) as Who[]
const PEOPLE = EVERYBODY.filter((who) => ACTORS[who].kind === 'account')
const OPERATORS: Who[] = ['operator', 'operatorActingElsewhere', 'operatorAbove', 'applicantAsOperator']

const OWN = { accountId: 'li' }
const WAITING = { reviewOrg: '10000005', accountId: 'li' }
const OBJECTS = {
  anyone: {},
  openCode: {},
  account: {},
  ownCheckIn: OWN,
  ownProfile: OWN,
  inbox: OWN,
  reviewCheckIn: WAITING,
  decideCheckIn: WAITING,
  revealIdNumber: WAITING,
  reviewProfileChange: WAITING,
  decideProfileChange: WAITING,
  branchCode: { orgId: '10000005' },
  timer: {},
}

const TABLE: Record<PermissionKey, { ever: Who[]; here: Who[] }> = {
  anyone: { ever: EVERYBODY, here: EVERYBODY },
  openCode: { ever: EVERYBODY, here: EVERYBODY },
  account: { ever: PEOPLE, here: PEOPLE },
  ownCheckIn: { ever: PEOPLE, here: ['applicant', 'member', 'applicantAsOperator'] },
  ownProfile: { ever: ['member', 'applicantAsOperator'], here: ['member', 'applicantAsOperator'] },
  inbox: { ever: PEOPLE, here: ['applicant', 'member', 'applicantAsOperator'] },
  reviewCheckIn: { ever: OPERATORS, here: ['operator', 'applicantAsOperator'] },
  decideCheckIn: { ever: OPERATORS, here: ['operator'] },
  revealIdNumber: { ever: OPERATORS, here: ['operator', 'applicantAsOperator'] },
  reviewProfileChange: { ever: OPERATORS, here: ['operator', 'applicantAsOperator'] },
  decideProfileChange: { ever: OPERATORS, here: ['operator'] },
  branchCode: { ever: OPERATORS, here: ['operator', 'applicantAsOperator'] },
  timer: { ever: ['system'], here: ['system'] },
}
const KEYS = Object.keys(TABLE) as PermissionKey[]

describe.each(KEYS)('%s', (key) => {
  test.each(EVERYBODY)('%s', (who) => {
    const actor = ACTORS[who]
    expect(permits(key, actor)).toBe(TABLE[key].ever.includes(who))
    expect(permits(key, actor, OBJECTS[key])).toBe(TABLE[key].here.includes(who))
  })
})

test('the table of the tests has every right, and each is a sentence', () => {
  expect(Object.keys(PERMISSIONS).sort()).toEqual([...KEYS].sort())
  for (const key of KEYS) expect(PERMISSIONS[key].says).toMatch(/可以/)
})

describe('the full ID number', () => {
  const inAnotherBranch = { ...WAITING, memberOf: '10000006' }
  test('is shown to the member’s branch after approval, no longer to whoever reviewed', () => {
    expect(permits('revealIdNumber', ACTORS.operatorActingElsewhere, inAnotherBranch)).toBe(true)
    expect(permits('revealIdNumber', ACTORS.operator, inAnotherBranch)).toBe(false)
  })
})

describe('when the only operator of the branch applies', () => {
  const above = { reviewOrg: '10000002', accountId: 'li' }
  test('the organisation above decides, and the branch does not', () => {
    expect(permits('decideCheckIn', ACTORS.operatorAbove, above)).toBe(true)
    expect(permits('decideCheckIn', ACTORS.applicantAsOperator, above)).toBe(false)
    expect(permits('reviewCheckIn', ACTORS.operator, above)).toBe(false)
  })
})

describe('a signature', () => {
  test('is that of the post in which one acts', () => {
    expect(cadreOf(ACTORS.operator)).toEqual({
      kind: 'cadre',
      accountId: 'wang',
      name: '王书记',
      orgId: '10000005',
      title: '书记',
    })
  })
  test.each(['visitor', 'applicant', 'operatorNotActing', 'system'] as const)('is not to be had from %s', (who) => {
    expect(cadreOf(ACTORS[who])).toBeUndefined()
  })
})
