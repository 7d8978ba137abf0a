import { joiningAge, judgeJoiningAge, NUMBERED_SINCE } from './age'
import { addMonthsToDay, dayOf, daysBetween } from './calendar'
import { HOUR, LETTER, REVIEW } from './limits'
import { normaliseName } from './text'
import type { Detail } from './outcome'
import type { Org } from './org'
import type { Person } from './person'

export const HINT_CODES = [
  'REAL_NAME_FAILED',
  'REAL_NAME_UNSUPPORTED',
  'REAL_NAME_UNAVAILABLE',
  'REAL_NAME_FAILED_ONCE',
  'REAL_NAME_PASSED',
  'REAL_NAME_OFFLINE_PASSED',
  'ROSTER_LISTED',
  'ROSTER_NEAR',
  'ROSTER_ABSENT',
  'JOINING_AGE_REFUSED',
  'JOINING_AGE_UNUSUAL',
  'JOINING_AGE_USUAL',
  'MEMBER_NUMBER_MISSING',
  'MEMBER_NUMBER_YEAR',
  'MEMBER_NUMBER_FITS',
  'WAITING_LONG',
  'WAITING_TOO_LONG',
  'LETTER_MISSING',
  'LETTER_EXPIRED',
  'LETTER_OLD',
  'LETTER_FRESH',
] as const
export type HintCode = (typeof HINT_CODES)[number]
export const HINT_LEVELS = ['fail', 'warn', 'ok'] as const
export type HintLevel = (typeof HINT_LEVELS)[number]

/** One thing that a reviewer should know before deciding. */
export type Hint = { level: HintLevel; code: HintCode; detail?: Detail }

const hint = (level: HintLevel, code: HintCode, detail?: Detail): Hint =>
  detail ? { level, code, detail } : { level, code }

export type RosterMatch = { match: 'listed' | 'absent' | 'none' } | { match: 'near'; nearest: string }

/** Whether one character too many, too few or other is all that keeps two names apart. */
const oneApart = (one: readonly string[], other: readonly string[]): boolean => {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one]
  if (long.length - short.length > 1) return false
  const start = short.findIndex((character, index) => character !== long[index])
  if (start === -1) return long.length > short.length
  const rest = short.slice(long.length === short.length ? start + 1 : start)
  return rest.join('') === long.slice(start + 1).join('')
}

/** Looks a name up among those that the branch expects: on it, one character away from it, or not on it. */
export const compareToRoster = (name: string, roster: readonly string[]): RosterMatch => {
  if (roster.length === 0) return { match: 'none' }
  const tidy = (raw: string) => {
    const normal = normaliseName(raw)
    return normal.ok ? normal.value : raw.trim()
  }
  const [wanted, names] = [tidy(name), roster.map(tidy)]
  if (names.includes(wanted)) return { match: 'listed' }
  const nearest = names.find((listed) => oneApart(Array.from(wanted), Array.from(listed)))
  return nearest === undefined ? { match: 'absent' } : { match: 'near', nearest }
}

const realNameHint = ({ realName }: Person): Hint[] => {
  const { status, cause, failedChecks } = realName
  const dates = { dates: failedChecks.map((date) => date.toISOString()) }
  if (status === 'passed') return [hint('ok', 'REAL_NAME_PASSED')]
  if (status === 'offlinePassed') return [hint('ok', 'REAL_NAME_OFFLINE_PASSED')]
  if (status !== 'failed') return failedChecks.length > 0 ? [hint('warn', 'REAL_NAME_FAILED_ONCE', dates)] : []
  if (cause === 'unsupported') return [hint('fail', 'REAL_NAME_UNSUPPORTED')]
  if (cause === 'unavailable') return [hint('fail', 'REAL_NAME_UNAVAILABLE', dates)]
  return [hint('fail', 'REAL_NAME_FAILED', { ...dates, ...(cause && { cause }) })]
}

const rosterHint = ({ identity }: Person, { roster = [] }: Pick<Org, 'roster'>): Hint[] => {
  const found = compareToRoster(identity.name, roster)
  if (found.match === 'listed') return [hint('ok', 'ROSTER_LISTED')]
  if (found.match === 'near') return [hint('warn', 'ROSTER_NEAR', { nearest: found.nearest })]
  return found.match === 'absent' ? [hint('warn', 'ROSTER_ABSENT')] : []
}

const joiningAgeHint = ({ identity, profile }: Person): Hint => {
  const months = joiningAge(identity.birthDate, profile.joinedMonth)
  const detail = { years: Math.floor(months / 12), months: months % 12 }
  const verdict = judgeJoiningAge(identity.birthDate, profile.joinedMonth)
  if (verdict === 'ok') return hint('ok', 'JOINING_AGE_USUAL', detail)
  return verdict === 'unusual'
    ? hint('warn', 'JOINING_AGE_UNUSUAL', detail)
    : hint('fail', 'JOINING_AGE_REFUSED', detail)
}

const memberNumberHint = ({ profile: { memberNumber, joinedMonth } }: Person): Hint[] => {
  const year = joinedMonth.slice(0, 4)
  if (!memberNumber) return joinedMonth >= NUMBERED_SINCE ? [hint('fail', 'MEMBER_NUMBER_MISSING')] : []
  if (memberNumber.startsWith(year)) return [hint('ok', 'MEMBER_NUMBER_FITS')]
  return [hint('fail', 'MEMBER_NUMBER_YEAR', { numberYear: memberNumber.slice(0, 4), joinedYear: year })]
}

const waitingHint = ({ checkIn }: Person, now: Date): Hint[] => {
  if (checkIn.status !== 'pending') return []
  const waited = now.getTime() - checkIn.submittedAt.getTime()
  const detail = { hours: Math.floor(waited / HOUR) }
  if (waited >= REVIEW.overdueAfter) return [hint('fail', 'WAITING_TOO_LONG', detail)]
  return waited >= REVIEW.lateAfter ? [hint('warn', 'WAITING_LONG', detail)] : []
}

const letterHint = ({ arrivalKind, letter }: Person, now: Date): Hint[] => {
  if (arrivalKind !== 'otherProvince') return []
  if (!letter) return [hint('fail', 'LETTER_MISSING')]
  const today = dayOf(now)
  const detail = { days: daysBetween(letter.issuedOn, today) }
  if (today > addMonthsToDay(letter.issuedOn, LETTER.validMonths)) return [hint('fail', 'LETTER_EXPIRED', detail)]
  return detail.days > LETTER.oldAfterDays ? [hint('warn', 'LETTER_OLD', detail)] : [hint('ok', 'LETTER_FRESH', detail)]
}

/** What a reviewer should look at, worst first. */
export const reviewHints = (person: Person, org: Pick<Org, 'roster'>, now: Date): Hint[] => {
  const hints = [
    ...realNameHint(person),
    ...rosterHint(person, org),
    joiningAgeHint(person),
    ...memberNumberHint(person),
    ...letterHint(person, now),
    ...waitingHint(person, now),
  ]
  return HINT_LEVELS.flatMap((level) => hints.filter((one) => one.level === level))
}
