import {
  applyChange,
  changesOf,
  PROFILE_CHANGE_MOVES,
  PROFILE_CHANGE_NEXT,
  PROFILE_CHANGE_STATUSES,
  requestChange,
  returnChange,
  splitChange,
  withdrawChange,
  type ProfileChangeMove,
  type ProfileChangeStatus,
} from '#domain/profile-change'
import type { Person, Profile } from '#domain/person'
import { accepted, aPerson, deputy, hoursAfter, NOW, secretary, self } from './builders'

const LATER = hoursAfter(NOW, 2)
const member = aPerson({ member: true, checkIn: { status: 'approved', decidedAt: NOW, decidedBy: secretary } })
const asked = accepted(requestChange(member, self, { joinedMonth: '2020-06' }, NOW))
const withStatus = (status: ProfileChangeStatus): Person => ({
  ...member,
  change: { status, version: 1, submittedAt: NOW, values: { joinedMonth: '2020-06' } },
})

const TABLE: [ProfileChangeStatus, ProfileChangeMove, ProfileChangeStatus][] = [
  ['pending', 'withdrawChange', 'withdrawn'],
  ['pending', 'applyChange', 'applied'],
  ['pending', 'returnChange', 'returned'],
  ['returned', 'change', 'pending'],
  ['withdrawn', 'change', 'pending'],
  ['applied', 'change', 'pending'],
]
const ACT: Record<ProfileChangeMove, (person: Person) => { ok: boolean }> = {
  change: (person) => requestChange(person, self, { joinedMonth: '2020-07' }, LATER),
  withdrawChange: (person) => withdrawChange(person, self, { version: 1 }, LATER),
  applyChange: (person) => applyChange(person, secretary, { version: 1 }, LATER),
  returnChange: (person) => returnChange(person, secretary, { version: 1, reason: '与档案不一致' }, LATER),
}

describe('the table of moves', () => {
  test.each(TABLE)('%s → %s → %s', (from, move, to) => {
    expect(PROFILE_CHANGE_NEXT[from][move]).toBe(to)
    expect(ACT[move](withStatus(from))).toMatchObject({ ok: true, value: { change: { status: to } } })
  })
  const complement = PROFILE_CHANGE_STATUSES.flatMap((from) =>
    PROFILE_CHANGE_MOVES.filter((move) => !TABLE.some(([status, known]) => status === from && known === move)).map(
      (move) => [from, move] as const,
    ),
  )
  test.each(complement)('%s cannot %s', (from, move) => {
    expect(PROFILE_CHANGE_NEXT[from][move]).toBeUndefined()
    expect(ACT[move](withStatus(from)).ok).toBe(false)
  })
  test('nothing can be decided that nobody asked for', () => {
    for (const move of ['withdrawChange', 'applyChange', 'returnChange'] as const) {
      expect(ACT[move](member)).toMatchObject({ ok: false, code: 'STALE' })
    }
  })
})

describe('wanted values are sorted by the field table', () => {
  const { profile } = member
  test.each<[string, Partial<Profile>, string[], string[]]>([
    ['free', { email: 'li@example.com', unit: '另一所大学' }, [], ['email', 'unit']],
    ['for review', { joinedMonth: '2020-06', incomeBand: 'below2000' }, ['joinedMonth', 'incomeBand'], []],
    ['both', { memberNumber: '202000000002', qq: '10001' }, ['memberNumber'], ['qq']],
    [
      'as on file',
      { unit: profile.unit, joinedMonth: profile.joinedMonth, email: '', residencePlace: undefined },
      [],
      [],
    ],
    ['the same place again', { householdPlace: { ...profile.householdPlace } }, [], []],
    [
      'the Party month with its status',
      { politicalStatus: 'partyMember', partyJoinedMonth: '2024-07' },
      ['politicalStatus', 'partyJoinedMonth'],
      [],
    ],
  ])('%s', (_, wanted, review, free) => {
    const split = splitChange(profile, wanted)
    expect(split.locked).toEqual([])
    expect(Object.keys(split.review)).toEqual(review)
    expect(Object.keys(split.free)).toEqual(free)
  })
  test('the Party month alone is free once the status is on file', () => {
    const before: Profile = { ...profile, politicalStatus: 'partyMember', partyJoinedMonth: '2024-06' }
    expect(splitChange(before, { partyJoinedMonth: '2024-07' }).free).toEqual({ partyJoinedMonth: '2024-07' })
  })
  test.each(['name', 'idType', 'idNumber', 'birthDate', 'sex', 'arrivalKind', 'letter'])('%s is locked', (field) => {
    const wanted = { [field]: 'x' }
    expect(splitChange(profile, wanted).locked).toEqual([field])
    expect(requestChange(member, self, wanted, LATER)).toEqual({
      ok: false,
      code: 'FIELD_LOCKED',
      detail: { fields: [field] },
    })
  })
  test('an unknown field is nothing', () => {
    expect(splitChange(profile, { constructor: 'x', mobile: '1' } as never)).toEqual({
      locked: [],
      review: {},
      free: {},
    })
  })
})

describe('a request', () => {
  test('of free values takes effect at once', () => {
    const after = accepted(requestChange(member, self, { email: 'li@example.com' }, LATER))
    expect(after.profile.email).toBe('li@example.com')
    expect(after.change).toBeUndefined()
    expect(after.checkIn.history.at(-1)).toEqual({ at: LATER, move: 'change', author: self })
  })
  test('of values that need a second look waits, and the free ones do not', () => {
    const after = accepted(requestChange(member, self, { joinedMonth: '2020-06', email: 'li@example.com' }, LATER))
    expect(after.profile).toMatchObject({ joinedMonth: '2020-05', email: 'li@example.com' })
    expect(after.change).toEqual({
      status: 'pending',
      version: 1,
      submittedAt: LATER,
      values: { joinedMonth: '2020-06' },
    })
  })
  test('an empty text clears a value', () => {
    const before = aPerson({ member: true, profile: { email: 'li@example.com' } })
    expect(accepted(requestChange(before, self, { email: '' }, LATER)).profile).not.toHaveProperty('email')
  })
  test('while another waits is refused, but free values still pass', () => {
    expect(requestChange(asked, self, { joinedMonth: '2020-07' }, LATER)).toMatchObject({
      code: 'CHANGE_OPEN',
      detail: { at: NOW.toISOString() },
    })
    const after = accepted(requestChange(asked, self, { qq: '10001' }, LATER))
    expect(after.profile.qq).toBe('10001')
    expect(after.change).toEqual(asked.change)
  })
  test('after a return is a new version without the reason', () => {
    const returned = accepted(returnChange(asked, secretary, { version: 1, reason: '与档案不一致' }, LATER))
    const again = accepted(requestChange(returned, self, { joinedMonth: '2020-04' }, LATER))
    expect(again.change).toEqual({
      status: 'pending',
      version: 2,
      submittedAt: LATER,
      values: { joinedMonth: '2020-04' },
    })
  })
  test.each([
    ['of nothing', member, {}, 'NOTHING_CHANGED'],
    ['of what is on file', member, { joinedMonth: '2020-05' }, 'NOTHING_CHANGED'],
    ['before the check-in is approved', aPerson(), { qq: '10001' }, 'NOT_CHECKED_IN'],
  ])('%s is refused', (_, person, wanted, code) => {
    expect(requestChange(person, self, wanted, LATER)).toMatchObject({ ok: false, code })
  })
  test('by anybody else is refused', () => {
    for (const author of [secretary, { ...self, accountId: 'account-x' }]) {
      expect(requestChange(member, author, { qq: '10001' }, LATER)).toMatchObject({ code: 'NOT_YOURS' })
      expect(withdrawChange(asked, author, { version: 1 }, LATER)).toMatchObject({ code: 'NOT_YOURS' })
    }
  })
})

describe('a decision', () => {
  test('shows before and after', () => {
    expect(changesOf(asked)).toEqual([{ field: 'joinedMonth', before: '2020-05', after: '2020-06' }])
    expect(changesOf(member)).toEqual([])
    expect(changesOf(accepted(applyChange(asked, secretary, { version: 1 }, LATER)))).toEqual([])
  })
  test('to apply copies the values', () => {
    const after = accepted(applyChange(asked, secretary, { version: 1 }, LATER))
    expect(after.profile.joinedMonth).toBe('2020-06')
    expect(after.change).toMatchObject({ status: 'applied', decidedAt: LATER, decidedBy: secretary })
    expect(after.checkIn.history.at(-1)).toEqual({ at: LATER, move: 'applyChange', author: secretary })
    expect(after.checkIn.status).toBe('approved')
  })
  test('to apply drops what the new answer no longer asks for', () => {
    const post = { post: 'secretary', since: '2023-09', nature: 'partTime', partyBody: false } as const
    const cadre = aPerson({ member: true, profile: { isBranchCadre: true, branchPost: post } })
    const asks = accepted(requestChange(cadre, self, { isBranchCadre: false }, NOW))
    const after = accepted(applyChange(asks, secretary, { version: 1 }, LATER))
    expect(after.profile.isBranchCadre).toBe(false)
    expect(after.profile).not.toHaveProperty('branchPost')
  })
  test('to return leaves the profile and tells the reason', () => {
    const after = accepted(returnChange(asked, secretary, { version: 1, reason: '与档案不一致' }, LATER))
    expect(after.profile).toEqual(asked.profile)
    expect(after.change).toMatchObject({ status: 'returned', returnReason: '与档案不一致', decidedBy: secretary })
    expect(changesOf(after)).toHaveLength(1)
  })
  test.each([
    [1, 'REASON_LENGTH'],
    [250, 'REASON_LENGTH'],
  ])('to return with a reason of %i characters is refused', (length, code) => {
    expect(returnChange(asked, secretary, { version: 1, reason: '改'.repeat(length) }, LATER)).toMatchObject({ code })
  })
  test('on one’s own request is refused', () => {
    const own = { ...secretary, accountId: 'account-li' }
    expect(applyChange(asked, own, { version: 1 }, LATER)).toMatchObject({ code: 'OWN_APPLICATION' })
    expect(returnChange(asked, own, { version: 1, reason: '不对' }, LATER)).toMatchObject({ code: 'OWN_APPLICATION' })
  })
  test('that comes second is told who was first', () => {
    const first = accepted(applyChange(asked, deputy, { version: 1 }, NOW))
    expect(returnChange(first, secretary, { version: 1, reason: '不对' }, LATER)).toEqual({
      ok: false,
      code: 'STALE',
      detail: { status: 'applied', by: '赵副书记', at: NOW.toISOString() },
    })
  })
  test('that comes after a withdrawal is told so', () => {
    const withdrawn = accepted(withdrawChange(asked, self, { version: 1 }, LATER))
    expect(applyChange(withdrawn, secretary, { version: 1 }, LATER)).toMatchObject({
      code: 'STALE',
      detail: { status: 'withdrawn', by: '李晓明', at: LATER.toISOString() },
    })
  })
})
