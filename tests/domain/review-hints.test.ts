import { compareToRoster, HINT_LEVELS, reviewHints } from '#domain/review-hints'
import type { Person } from '#domain/person'
import { aPerson, hoursAfter, NOW } from './builders'

const roster = ['李晓明', '王小红', '阿卜杜拉·买买提']
const hints = (person: Person, hours = 1, names: string[] = []) =>
  reviewHints(person, { roster: names }, hoursAfter(NOW, hours))
const codes = (person: Person, hours = 1, names: string[] = []) =>
  hints(person, hours, names).map(({ level, code }) => `${level} ${code}`)

describe('a name and the roster', () => {
  test.each([
    ['李晓明', { match: 'listed' }],
    ['李 晓明', { match: 'listed' }],
    ['阿卜杜拉•买买提', { match: 'listed' }],
    ['李小明', { match: 'near', nearest: '李晓明' }],
    ['李明', { match: 'near', nearest: '李晓明' }],
    ['李晓明明', { match: 'near', nearest: '李晓明' }],
    ['小红', { match: 'near', nearest: '王小红' }],
    ['李明晓', { match: 'absent' }],
    ['张三', { match: 'absent' }],
  ])('%s is %j', (name, expected) => {
    expect(compareToRoster(name, roster)).toEqual(expected)
  })
  test('without a roster there is nothing to compare', () => {
    expect(compareToRoster('李晓明', [])).toEqual({ match: 'none' })
  })
  test('a rare character counts as one', () => {
    expect(compareToRoster('王𠮷', ['王\u{20BB8}'])).toEqual({ match: 'near', nearest: '王\u{20BB8}' })
  })
})

describe('a reviewer sees', () => {
  test('nothing bad about a sound check-in', () => {
    expect(codes(aPerson(), 1, roster)).toEqual([
      'ok REAL_NAME_PASSED',
      'ok ROSTER_LISTED',
      'ok JOINING_AGE_USUAL',
      'ok MEMBER_NUMBER_FITS',
    ])
  })
  test('the worst first', () => {
    const person = aPerson({
      realName: { status: 'failed', cause: 'mismatch', failedChecks: [NOW, hoursAfter(NOW, 8)] },
      profile: { joinedMonth: '2020-02' },
      identity: { ...aPerson().identity, name: '张三' },
    })
    expect(codes(person, 50, roster)).toEqual([
      'fail REAL_NAME_FAILED',
      'fail WAITING_TOO_LONG',
      'warn ROSTER_ABSENT',
      'warn JOINING_AGE_UNUSUAL',
      'ok MEMBER_NUMBER_FITS',
    ])
    const levels = hints(person, 50, roster).map(({ level }) => HINT_LEVELS.indexOf(level))
    expect(levels).toEqual([...levels].sort())
  })
  test('the dates of both failed checks', () => {
    const person = aPerson({
      realName: { status: 'failed', cause: 'notFound', failedChecks: [NOW, hoursAfter(NOW, 8)] },
    })
    expect(hints(person)[0]).toEqual({
      level: 'fail',
      code: 'REAL_NAME_FAILED',
      detail: { dates: [NOW.toISOString(), hoursAfter(NOW, 8).toISOString()], cause: 'notFound' },
    })
  })
  test.each([
    [{ status: 'failed', cause: 'unsupported' } as const, 'fail REAL_NAME_UNSUPPORTED'],
    [{ status: 'failed', cause: 'unavailable' } as const, 'fail REAL_NAME_UNAVAILABLE'],
    [{ status: 'verifying', failedChecks: [NOW] } as const, 'warn REAL_NAME_FAILED_ONCE'],
    [{ status: 'offlinePassed' } as const, 'ok REAL_NAME_OFFLINE_PASSED'],
  ])('a check of %j', (realName, hint) => {
    expect(codes(aPerson({ realName }))).toContain(hint)
  })
  test('nothing about a check that has not answered', () => {
    expect(codes(aPerson({ realName: { status: 'verifying' } })).join()).not.toContain('REAL_NAME')
  })
  test('the joining age in years and months', () => {
    expect(hints(aPerson())).toContainEqual({
      level: 'ok',
      code: 'JOINING_AGE_USUAL',
      detail: { years: 14, months: 2 },
    })
    expect(codes(aPerson({ profile: { joinedMonth: '2019-02' } }))).toContain('fail JOINING_AGE_REFUSED')
  })
  test('a member number of another year, or none', () => {
    expect(hints(aPerson({ profile: { memberNumber: '202100000001' } }))).toContainEqual({
      level: 'fail',
      code: 'MEMBER_NUMBER_YEAR',
      detail: { numberYear: '2021', joinedYear: '2020' },
    })
    for (const joinedMonth of ['2017-01', '2020-05']) {
      expect(codes(aPerson({ profile: { memberNumber: undefined, joinedMonth } }))).toContain(
        'fail MEMBER_NUMBER_MISSING',
      )
    }
    expect(codes(aPerson({ profile: { memberNumber: undefined, joinedMonth: '2016-12' } })).join()).not.toContain(
      'MEMBER_NUMBER',
    )
  })
  test.each([
    [23.9, undefined],
    [24, 'warn WAITING_LONG'],
    [47.9, 'warn WAITING_LONG'],
    [48, 'fail WAITING_TOO_LONG'],
  ])('who has waited %f hours', (hours, hint) => {
    const waiting = codes(aPerson(), hours).filter((code) => code.includes('WAITING'))
    expect(waiting).toEqual(hint ? [hint] : [])
  })
  test('nobody waiting once it is decided', () => {
    expect(codes(aPerson({ checkIn: { status: 'approved' } }), 100).join()).not.toContain('WAITING')
  })
  test.each([
    ['2024-08-20', 'ok LETTER_FRESH'],
    ['2024-06-03', 'ok LETTER_FRESH'],
    ['2024-06-02', 'warn LETTER_OLD'],
    ['2024-03-01', 'warn LETTER_OLD'],
    ['2024-02-29', 'fail LETTER_EXPIRED'],
  ])('a letter of %s', (issuedOn, hint) => {
    const letter = { number: '1', issuer: '示例团委', issuedOn, photos: ['a'] }
    expect(codes(aPerson({ arrivalKind: 'otherProvince', letter }))).toContain(hint)
  })
  test('that the letter is missing, and none where none is needed', () => {
    expect(codes(aPerson({ arrivalKind: 'otherProvince' }))).toContain('fail LETTER_MISSING')
    expect(codes(aPerson()).join()).not.toContain('LETTER')
  })
})
