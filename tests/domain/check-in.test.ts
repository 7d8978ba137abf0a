import {
  approveCheckIn,
  approveOffline,
  CHECK_IN_MOVES,
  CHECK_IN_STATUSES,
  movesFrom,
  nextStatus,
  offlineOpen,
  sendBack,
  submitCheckIn,
  withdrawCheckIn,
  type CheckInMove,
  type CheckInStatus,
} from '#domain/check-in'
import { REAL_NAME_STATUSES } from '#domain/real-name'
import type { CheckInSubmission } from '#domain/submission'
import type { Person } from '#domain/person'
import { accepted, aPerson, deputy, hoursAfter, idNumberOf, NOW, readyValues, secretary, self } from './builders'

const LATER = hoursAfter(NOW, 2)
const proof = { version: 1, explanation: '本人到场，核对原件无误', photos: ['a'], offlineAtOnce: false }
const reason = { version: 1, reason: '入团年月与档案不一致' }

const submission = (more: Partial<CheckInSubmission> = {}): CheckInSubmission => ({
  personId: '1_person',
  accountId: 'account-li',
  values: readyValues(),
  mobileMask: '138****0000',
  branchId: '10000005',
  reviewOrg: '10000005',
  anc: ['10000001', '10000005'],
  ...more,
})

const TABLE: [CheckInStatus, CheckInMove, CheckInStatus][] = [
  ['draft', 'submit', 'pending'],
  ['pending', 'withdraw', 'withdrawn'],
  ['pending', 'approve', 'approved'],
  ['pending', 'approveOffline', 'approved'],
  ['pending', 'sendBack', 'returned'],
  ['returned', 'submit', 'pending'],
  ['withdrawn', 'submit', 'pending'],
]
const ACT: Record<CheckInMove, (person: Person) => { ok: boolean }> = {
  submit: (person) => submitCheckIn(person, submission(), LATER),
  withdraw: (person) => withdrawCheckIn(person, self, { version: 1 }, LATER),
  approve: (person) => approveCheckIn(person, secretary, { version: 1 }, LATER),
  approveOffline: (person) =>
    approveOffline({ ...person, realName: { ...person.realName, status: 'failed' } }, secretary, proof, LATER),
  sendBack: (person) => sendBack(person, secretary, reason, LATER),
}

describe('the table of moves', () => {
  test.each(TABLE)('%s → %s → %s', (from, move, to) => {
    expect(nextStatus(from, move)).toBe(to)
    expect(ACT[move](aPerson({ checkIn: { status: from } }))).toMatchObject({
      ok: true,
      value: { checkIn: { status: to } },
    })
  })

  const complement = CHECK_IN_STATUSES.flatMap((from) =>
    CHECK_IN_MOVES.filter((move) => !TABLE.some(([status, known]) => status === from && known === move)).map(
      (move) => [from, move] as const,
    ),
  )
  test(`has ${TABLE.length} pairs, and the other ${complement.length} cannot happen`, () => {
    expect(complement).toHaveLength(CHECK_IN_STATUSES.length * CHECK_IN_MOVES.length - TABLE.length)
  })
  test.each(complement)('%s cannot %s', (from, move) => {
    expect(nextStatus(from, move)).toBeUndefined()
    expect(ACT[move](aPerson({ checkIn: { status: from } })).ok).toBe(false)
  })
  test('gives the pages their buttons', () => {
    expect(movesFrom('pending')).toEqual(['withdraw', 'approve', 'approveOffline', 'sendBack'])
    expect(movesFrom('returned')).toEqual(['submit'])
    expect(movesFrom('approved')).toEqual([])
  })
})

describe('when submitted', () => {
  test('for the first time, a person comes into being, waiting', () => {
    const person = accepted(submitCheckIn(undefined, submission(), NOW))
    expect(person).toMatchObject({
      _id: '1_person',
      accountId: 'account-li',
      identity: {
        name: '李晓明',
        idType: 'residentCard',
        idMask: '4401**********0012',
        birthDate: '2006-03-15',
        sex: 'male',
      },
      arrivalKind: 'inProvince',
      mobileMask: '138****0000',
      anc: ['10000001', '10000005'],
      checkIn: { status: 'pending', version: 1, branchId: '10000005', reviewOrg: '10000005', submittedAt: NOW },
      realName: { status: 'verifying', attempts: 0, startedAt: NOW },
    })
    expect(person.checkIn.history).toEqual([{ at: NOW, move: 'submit', author: self }])
    expect(person).not.toHaveProperty('membership')
    expect(person).not.toHaveProperty('letter')
  })

  test('nothing of the identity is in the profile, and the number nowhere', () => {
    const person = accepted(submitCheckIn(undefined, submission(), NOW))
    for (const field of ['name', 'idType', 'idNumber', 'birthDate', 'sex', 'arrivalKind', 'letter']) {
      expect(person.profile).not.toHaveProperty(field)
    }
    expect(JSON.stringify(person)).not.toContain('440199200603150012')
  })

  test('again after a return, the reason and the marks are gone and the version counts on', () => {
    const returned = accepted(sendBack(aPerson(), secretary, { ...reason, markedFields: ['joinedMonth'] }, NOW))
    const again = accepted(
      submitCheckIn(returned, submission({ values: readyValues({ joinedMonth: '2020-06' }) }), LATER),
    )
    expect(again.checkIn).toEqual({
      status: 'pending',
      version: 2,
      branchId: '10000005',
      reviewOrg: '10000005',
      submittedAt: LATER,
      history: [...returned.checkIn.history, { at: LATER, move: 'submit', author: self }],
    })
    expect(again.profile.joinedMonth).toBe('2020-06')
  })

  const returned = aPerson({
    checkIn: { status: 'returned' },
    realName: { status: 'failed', attempts: 2, cause: 'mismatch' },
  })
  test('again with the same name and number, the real-name check goes on', () => {
    expect(accepted(submitCheckIn(returned, submission(), LATER)).realName).toEqual(returned.realName)
  })
  test.each([
    ['another name', { values: readyValues({ name: '李小明' }) }],
    ['another number', { personId: '1_other', values: readyValues({ idNumber: idNumberOf('2006-03-15', '003') }) }],
    ['another document', { values: readyValues({ idType: 'outsideMainland', idNumber: 'H12345678' }) }],
  ])('again with %s, the real-name check starts anew', (_, more) => {
    const { realName } = accepted(submitCheckIn(returned, submission(more), LATER))
    expect(realName).toMatchObject({ attempts: 0, startedAt: LATER, failedChecks: [] })
    expect(realName.cause).not.toBe('mismatch')
  })
  test('again with another number, the mask is the new one', () => {
    const values = readyValues({ idNumber: idNumberOf('2006-03-15', '003') })
    const again = accepted(submitCheckIn(returned, submission({ personId: '1_other', values }), LATER))
    expect(again.identity.idMask).toBe(`4401**********${values.idNumber.slice(14)}`)
  })
  test('again without typing the number, its mask stays', () => {
    const again = accepted(submitCheckIn(returned, submission({ values: readyValues({ idNumber: '' }) }), LATER))
    expect(again.identity.idMask).toBe('4401**********0012')
    expect(again.realName).toEqual(returned.realName)
  })
  test('again from the province, the letter of the first time is gone', () => {
    const letter = { number: '1', issuer: '示例团委', issuedOn: '2024-08-01', photos: ['a'] }
    const first = accepted(
      submitCheckIn(undefined, submission({ values: readyValues({ arrivalKind: 'otherProvince', letter }) }), NOW),
    )
    expect(first.letter).toEqual(letter)
    const back = accepted(withdrawCheckIn(first, self, { version: 1 }, LATER))
    expect(accepted(submitCheckIn(back, submission(), LATER))).not.toHaveProperty('letter')
  })

  test('the newest twenty entries of the history are kept', () => {
    let person = accepted(submitCheckIn(undefined, submission(), NOW))
    for (let turn = 1; turn <= 15; turn++) {
      person = accepted(withdrawCheckIn(person, self, { version: turn }, hoursAfter(NOW, turn)))
      person = accepted(submitCheckIn(person, submission(), hoursAfter(NOW, turn)))
    }
    expect(person.checkIn.version).toBe(16)
    expect(person.checkIn.history).toHaveLength(20)
    expect(person.checkIn.history.at(-1)).toMatchObject({ move: 'submit', at: hoursAfter(NOW, 15) })
  })

  test.each([
    ['pending', 'ALREADY_SUBMITTED'],
    ['approved', 'ALREADY_CHECKED_IN'],
  ] as const)('twice, a %s check-in is refused: %s', (status, code) => {
    expect(submitCheckIn(aPerson({ checkIn: { status } }), submission(), LATER)).toEqual({ ok: false, code })
  })
  test.each(CHECK_IN_STATUSES)('by another account, a %s check-in tells nothing', (status) => {
    expect(submitCheckIn(aPerson({ checkIn: { status } }), submission({ accountId: 'account-x' }), LATER)).toEqual({
      ok: false,
      code: 'NOT_YOURS',
    })
  })
  test('the person before is left as it was', () => {
    const before = aPerson({ checkIn: { status: 'returned' } })
    const copy = structuredClone(before)
    submitCheckIn(before, submission({ values: readyValues({ name: '李小明' }) }), LATER)
    expect(before).toEqual(copy)
  })
})

describe('when withdrawn', () => {
  test('every value stays', () => {
    const before = aPerson()
    const after = accepted(withdrawCheckIn(before, self, { version: 1 }, LATER))
    expect(after.profile).toEqual(before.profile)
    expect(after.checkIn.history.at(-1)).toEqual({ at: LATER, move: 'withdraw', author: self })
  })
  test('only by the applicant', () => {
    expect(withdrawCheckIn(aPerson(), secretary, { version: 1 }, LATER)).toMatchObject({ code: 'NOT_YOURS' })
    expect(withdrawCheckIn(aPerson(), { ...self, accountId: 'account-x' }, { version: 1 }, LATER)).toMatchObject({
      code: 'NOT_YOURS',
    })
  })
  test('not once the branch has decided', () => {
    const approved = accepted(approveCheckIn(aPerson(), secretary, { version: 1 }, LATER))
    expect(withdrawCheckIn(approved, self, { version: 1 }, LATER)).toEqual({
      ok: false,
      code: 'STALE',
      detail: { status: 'approved', by: '王书记', at: LATER.toISOString() },
    })
  })
})

describe('when approved', () => {
  test('the person becomes a member of the branch', () => {
    const person = accepted(approveCheckIn(aPerson(), secretary, { version: 1 }, LATER))
    expect(person.membership).toEqual({ branchId: '10000005', since: LATER, status: 'normal' })
    expect(person.checkIn).toMatchObject({ status: 'approved', decidedAt: LATER, decidedBy: secretary })
    expect(person.checkIn.history.at(-1)).toEqual({ at: LATER, move: 'approve', author: secretary })
  })
  test.each([
    ['unverified', 'NOT_YET_VERIFIED'],
    ['verifying', 'NOT_YET_VERIFIED'],
    ['failed', 'NEEDS_OFFLINE'],
    ['passed', undefined],
    ['offlinePassed', undefined],
  ] as const)('with a real-name check that is %s: %s', (status, code) => {
    const outcome = approveCheckIn(aPerson({ realName: { status } }), secretary, { version: 1 }, LATER)
    if (code) expect(outcome).toMatchObject({ ok: false, code })
    else expect(outcome.ok).toBe(true)
  })
  test('too early, the reviewer is told until when an answer is certain', () => {
    expect(
      approveCheckIn(aPerson({ realName: { status: 'verifying' } }), secretary, { version: 1 }, LATER),
    ).toMatchObject({
      detail: { until: hoursAfter(NOW, 24).toISOString() },
    })
  })
  test('a check-in before its approval has no member', () => {
    for (const status of CHECK_IN_STATUSES) {
      if (status !== 'approved') expect(aPerson({ checkIn: { status } })).not.toHaveProperty('membership')
    }
  })
})

describe('when verified in person', () => {
  const failed = aPerson({ realName: { status: 'failed', cause: 'mismatch', attempts: 2, failedChecks: [NOW, LATER] } })
  const once = aPerson({ realName: { status: 'verifying', attempts: 1, failedChecks: [NOW] } })

  test('the check-in is approved and the check says so, in one value', () => {
    const person = accepted(approveOffline(failed, secretary, { ...proof, photos: ['a', 'b', 'a'] }, LATER))
    expect(person).toMatchObject({
      realName: { status: 'offlinePassed', attempts: 2 },
      membership: { branchId: '10000005', since: LATER },
      checkIn: {
        status: 'approved',
        decidedBy: secretary,
        offline: { explanation: proof.explanation, photos: ['a', 'b'] },
      },
    })
    expect(person.checkIn.history.at(-1)).toMatchObject({ move: 'approveOffline', note: proof.explanation })
  })
  test.each(REAL_NAME_STATUSES)('a check that is %s', (status) => {
    const expected = {
      unverified: 'NOT_YET_FAILED',
      verifying: 'NOT_YET_FAILED',
      passed: 'NOT_NEEDED',
      failed: undefined,
      offlinePassed: 'NOT_NEEDED',
    }
    const person = aPerson({ realName: { status } })
    const outcome = approveOffline(person, secretary, proof, LATER)
    expect(outcome.ok ? undefined : outcome.code).toBe(expected[status])
    expect(offlineOpen(person, false)).toBe(outcome.ok)
  })
  test.each([
    ['after one failure, where the organisation waits for the second', once, false, 'NOT_YET_FAILED'],
    ['after one failure, where the organisation verifies at once', once, true, undefined],
    [
      'before any failure, where the organisation verifies at once',
      aPerson({ realName: { status: 'verifying' } }),
      true,
      'NOT_YET_FAILED',
    ],
    ['after a pass, where the organisation verifies at once', aPerson(), true, 'NOT_NEEDED'],
  ])('%s', (_, person, offlineAtOnce, code) => {
    const outcome = approveOffline(person, secretary, { ...proof, offlineAtOnce }, LATER)
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
    expect(offlineOpen(person, offlineAtOnce)).toBe(outcome.ok)
  })
  test.each([
    [4, 'EXPLANATION_LENGTH'],
    [5, undefined],
    [249, undefined],
    [250, 'EXPLANATION_LENGTH'],
  ])('an explanation of %i characters: %s', (length, code) => {
    const outcome = approveOffline(failed, secretary, { ...proof, explanation: '明'.repeat(length) }, LATER)
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })
  test('an explanation of spaces is none', () => {
    expect(approveOffline(failed, secretary, { ...proof, explanation: '  \n\u200b     ' }, LATER)).toMatchObject({
      code: 'EXPLANATION_LENGTH',
    })
  })
  test.each([
    [0, 'PHOTOS_COUNT'],
    [1, undefined],
    [8, undefined],
    [9, 'PHOTOS_COUNT'],
  ])('%i photos: %s', (count, code) => {
    const photos = Array.from({ length: count }, (_, index) => `photo-${index}`)
    const outcome = approveOffline(failed, secretary, { ...proof, photos }, LATER)
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })
})

describe('when sent back', () => {
  test.each(REAL_NAME_STATUSES)('with a real-name check that is %s', (status) => {
    expect(sendBack(aPerson({ realName: { status } }), secretary, reason, LATER).ok).toBe(true)
  })
  test('the reason and the marked fields are told, every value and the check stay', () => {
    const before = aPerson()
    const after = accepted(
      sendBack(before, secretary, { ...reason, markedFields: ['joinedMonth', 'unit', 'joinedMonth'] }, LATER),
    )
    expect(after.checkIn).toMatchObject({
      status: 'returned',
      returnReason: reason.reason,
      markedFields: ['joinedMonth', 'unit'],
      decidedAt: LATER,
      decidedBy: secretary,
    })
    expect(after.checkIn.history.at(-1)).toMatchObject({ move: 'sendBack', note: reason.reason })
    expect([after.profile, after.identity, after.realName]).toEqual([before.profile, before.identity, before.realName])
  })
  test('a field that the form does not have is not marked', () => {
    const markedFields = ['unit', 'constructor', 'mobile'] as never
    expect(accepted(sendBack(aPerson(), secretary, { ...reason, markedFields }, LATER)).checkIn.markedFields).toEqual([
      'unit',
    ])
  })
  test.each([
    [1, 'REASON_LENGTH'],
    [2, undefined],
    [249, undefined],
    [250, 'REASON_LENGTH'],
  ])('a reason of %i characters: %s', (length, code) => {
    const outcome = sendBack(aPerson(), secretary, { version: 1, reason: '改'.repeat(length) }, LATER)
    expect(outcome.ok ? undefined : outcome.code).toBe(code)
  })
})

describe('whoever decides', () => {
  const decisions = [
    ['approve', (person: Person, version = 1, by = secretary) => approveCheckIn(person, by, { version }, LATER)],
    ['sendBack', (person: Person, version = 1, by = secretary) => sendBack(person, by, { ...reason, version }, LATER)],
    [
      'approveOffline',
      (person: Person, version = 1, by = secretary) =>
        approveOffline(
          { ...person, realName: { ...person.realName, status: 'failed' } },
          by,
          { ...proof, version },
          LATER,
        ),
    ],
  ] as const

  test.each(decisions)('cannot %s their own check-in', (_, decide) => {
    expect(decide(aPerson(), 1, { ...secretary, accountId: 'account-li' })).toEqual({
      ok: false,
      code: 'OWN_APPLICATION',
    })
  })
  test.each(decisions)('second cannot %s, and is told who was first', (_, decide) => {
    const first = accepted(sendBack(aPerson(), deputy, reason, NOW))
    expect(decide(first)).toEqual({
      ok: false,
      code: 'STALE',
      detail: { status: 'returned', by: '赵副书记', at: NOW.toISOString() },
    })
  })
  test.each(decisions)('on an old version cannot %s what has been submitted since', (_, decide) => {
    const again = accepted(
      submitCheckIn(accepted(withdrawCheckIn(aPerson(), self, { version: 1 }, NOW)), submission(), LATER),
    )
    expect(decide(again)).toEqual({
      ok: false,
      code: 'STALE',
      detail: { status: 'pending', by: '李晓明', at: LATER.toISOString() },
    })
    expect(decide({ ...again, realName: aPerson().realName }, 2).ok).toBe(true)
  })
  test.each(decisions)('late cannot %s what has been withdrawn', (_, decide) => {
    const withdrawn = accepted(withdrawCheckIn(aPerson(), self, { version: 1 }, LATER))
    expect(decide(withdrawn)).toMatchObject({
      code: 'STALE',
      detail: { status: 'withdrawn', by: '李晓明', at: LATER.toISOString() },
    })
  })
  test('is always a cadre: neither the system nor the person themself compiles', () => {
    // @ts-expect-error -- nothing is ever approved by silence
    approveCheckIn(aPerson(), { kind: 'system', job: 'expire' }, { version: 1 }, LATER)
    // @ts-expect-error -- nobody decides on their own application
    approveCheckIn(aPerson(), self, { version: 1 }, LATER)
  })
})
