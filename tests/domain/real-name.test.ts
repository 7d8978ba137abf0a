import {
  applyCheck,
  CHECK_CLASSES,
  REAL_NAME_EVENTS,
  REAL_NAME_NEXT,
  REAL_NAME_STATUSES,
  startRealName,
  waitsUntil,
  type CheckClass,
  type Checked,
} from '#domain/real-name'
import type { RealName } from '#domain/person'
import { aPerson, hoursAfter, NOW } from './builders'

const begun = startRealName('residentCard', NOW)
const MINUTES = 1 / 60
const at = (hours: number) => hoursAfter(NOW, hours)
const hoursOf = (date?: Date) => date && (date.getTime() - NOW.getTime()) / 3_600_000
const check = (before: RealName, answer: CheckClass, hours: number, random = 0.5) =>
  applyCheck(before, answer, at(hours), random)
const inTurn = (...answers: [CheckClass, number][]): Checked =>
  answers.reduce<Checked>(({ realName }, [answer, hours]) => check(realName, answer, hours), { realName: begun })

describe('the table', () => {
  const ALLOWED = [
    'unverified start verifying',
    'unverified startUnsupported failed',
    'verifying start verifying',
    'verifying startUnsupported failed',
    'verifying match passed',
    'verifying firstFailure verifying',
    'verifying secondFailure failed',
    'verifying deadline failed',
    'verifying approveOffline offlinePassed',
    'passed start verifying',
    'passed startUnsupported failed',
    'failed start verifying',
    'failed startUnsupported failed',
    'failed match passed',
    'failed approveOffline offlinePassed',
    'offlinePassed start verifying',
    'offlinePassed startUnsupported failed',
  ]
  test('says what can happen, and nothing else can', () => {
    const said = REAL_NAME_STATUSES.flatMap((from) =>
      REAL_NAME_EVENTS.flatMap((event) => {
        const to = REAL_NAME_NEXT[from][event]
        return to ? [`${from} ${event} ${to}`] : []
      }),
    )
    expect(said.sort()).toEqual([...ALLOWED].sort())
  })
  test('agrees with every single answer, from every state', () => {
    for (const status of REAL_NAME_STATUSES) {
      for (const answer of CHECK_CLASSES) {
        for (const attempts of [0, 1, 2]) {
          for (const hours of [0, 23, 24, 80]) {
            const after = check({ ...begun, status, attempts }, answer, hours).realName.status
            // The first answer may come before anybody has written that the check is at work.
            const from = status === 'unverified' ? 'verifying' : status
            expect([from, ...Object.values(REAL_NAME_NEXT[from])]).toContain(after)
          }
        }
      }
    }
  })
})

describe('at the beginning', () => {
  test('a resident’s check is at work and waits for 24 hours at most', () => {
    expect(begun).toEqual({ status: 'verifying', attempts: 0, startedAt: NOW, failedChecks: [] })
    expect(hoursOf(waitsUntil(begun))).toBe(24)
  })
  test('a document from outside the mainland goes straight to the branch', () => {
    const outside = startRealName('outsideMainland', NOW)
    expect(outside).toMatchObject({ status: 'failed', cause: 'unsupported', attempts: 0 })
    expect(waitsUntil(outside)).toBeUndefined()
    for (const answer of CHECK_CLASSES) expect(check(outside, answer, 1)).toEqual({ realName: outside })
  })
})

describe('a match', () => {
  test.each([
    ['at once', inTurn(['match', 0]), 1],
    ['after a first failure', inTurn(['mismatch', 0], ['match', 5]), 2],
    ['after errors', inTurn(['upstream_error', 0], ['throttled', 1], ['match', 5]), 1],
    ['late, after two failures', inTurn(['mismatch', 0], ['mismatch', 5], ['match', 30]), 3],
    ['late, after a day without an answer', inTurn(['upstream_error', 24], ['match', 25]), 1],
  ])('passes %s', (_, { realName, retryAt }, attempts) => {
    expect(realName).toMatchObject({ status: 'passed', attempts })
    expect(realName).not.toHaveProperty('cause')
    expect(realName).not.toHaveProperty('errors')
    expect(retryAt).toBeUndefined()
  })
})

describe('a failure', () => {
  test.each(['mismatch', 'not_found', 'invalid_input'] as const)(
    'of class %s is looked at again before it counts',
    (answer) => {
      const { realName, retryAt } = check(begun, answer, 0)
      expect(realName).toMatchObject({ status: 'verifying', attempts: 1, checkedAt: NOW, failedChecks: [NOW] })
      expect(realName).not.toHaveProperty('cause')
      expect(hoursOf(retryAt)).toBeCloseTo(10.5)
    },
  )

  test.each([
    ['mismatch', 'mismatch'],
    ['not_found', 'notFound'],
    ['invalid_input', 'mismatch'],
  ] as const)('of class %s is final the second time, for cause %s', (answer, cause) => {
    const { realName, retryAt } = inTurn(['mismatch', 0], [answer, 8])
    expect(realName).toMatchObject({ status: 'failed', cause, attempts: 2, failedChecks: [NOW, at(8)] })
    expect(retryAt).toBeUndefined()
  })

  test('comes again spread between the 1st and the 20th hour', () => {
    expect(hoursOf(check(begun, 'mismatch', 0, 0).retryAt)).toBe(1)
    expect(hoursOf(check(begun, 'mismatch', 0, 0.999999).retryAt)).toBeCloseTo(20, 3)
  })

  test('comes again within 24 hours, later than the first answer, whenever that was', () => {
    for (let first = 0; first < 24; first += 0.25) {
      for (const random of [0, 0.3, 0.999]) {
        const again = hoursOf(check(begun, 'mismatch', first, random).retryAt) ?? NaN
        expect(again).toBeGreaterThan(first)
        expect(again).toBeLessThanOrEqual(24)
      }
    }
  })

  test('that comes exactly at the deadline is looked at a minute later', () => {
    expect(hoursOf(check(begun, 'mismatch', 24).retryAt)).toBeCloseTo(24 + MINUTES)
  })

  test('is looked at again even when the first answer came after the deadline', () => {
    const { realName, retryAt } = check(begun, 'mismatch', 72)
    expect(realName).toMatchObject({ status: 'verifying', attempts: 1 })
    expect(hoursOf(retryAt)).toBeCloseTo(72 + MINUTES)
  })
})

describe('a provider that does not answer', () => {
  test('is asked again after 1, 5, 30 and 120 minutes, then hourly, and nobody is shown as failed', () => {
    let [realName, hours] = [begun, 0]
    const pauses: number[] = []
    for (let turn = 0; turn < 6; turn++) {
      const checked = check(realName, turn % 2 ? 'throttled' : 'upstream_error', hours)
      expect(checked.realName).toMatchObject({ status: 'verifying', attempts: 0, failedChecks: [] })
      const next = hoursOf(checked.retryAt) ?? NaN
      pauses.push(Math.round((next - hours) * 60))
      realName = checked.realName
      hours = next
    }
    expect(pauses).toEqual([1, 5, 30, 120, 60, 60])
  })

  test('is asked exactly at the deadline, and then counts as failed while it is still asked', () => {
    const long = { ...begun, errors: 9 }
    expect(hoursOf(check(long, 'upstream_error', 23.5).retryAt)).toBe(24)
    const { realName, retryAt } = check(long, 'upstream_error', 24)
    expect(realName).toMatchObject({ status: 'failed', cause: 'unavailable', attempts: 0, failedChecks: [] })
    expect(hoursOf(retryAt)).toBe(25)
    expect(check(realName, 'throttled', 25)).toMatchObject({ realName: { status: 'failed', cause: 'unavailable' } })
  })

  test('one millisecond before the deadline still counts as checking', () => {
    const now = new Date(at(24).getTime() - 1)
    expect(applyCheck(begun, 'upstream_error', now, 0).realName.status).toBe('verifying')
  })

  test('after a first failure leaves that failure on record', () => {
    const { realName } = inTurn(['mismatch', 0], ['upstream_error', 24])
    expect(realName).toMatchObject({ status: 'failed', cause: 'unavailable', failedChecks: [NOW] })
    expect(check(realName, 'mismatch', 30)).toMatchObject({
      realName: { status: 'failed', cause: 'mismatch', attempts: 2 },
    })
  })

  test('that answers at last, with a failure, is asked once more', () => {
    const late = check({ ...begun, status: 'failed', cause: 'unavailable' }, 'not_found', 30)
    expect(late.realName).toMatchObject({ status: 'failed', cause: 'notFound', attempts: 1 })
    expect(late.retryAt).toBeDefined()
  })
})

describe('once passed', () => {
  test.each(['passed', 'offlinePassed'] as const)('%s stays, whatever comes', (status) => {
    const before = { ...aPerson().realName, status }
    for (const answer of CHECK_CLASSES) expect(check(before, answer, 1)).toEqual({ realName: before })
    expect(waitsUntil(before)).toBeUndefined()
  })
})
