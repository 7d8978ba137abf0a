import { monthsBetween, yearsOldOn, type Day, type Month } from './calendar'
import { AGE } from './limits'

/** Age in months when joining. A joined month has no day, so the month of the birthday counts as reached. */
export const joiningAge = (birthDate: Day, joinedMonth: Month): number =>
  monthsBetween(birthDate.slice(0, 7), joinedMonth)

export type JoiningAgeVerdict = 'ok' | 'tooYoung' | 'tooOld' | 'unusual'

/** From here on members are numbered and the youngest joining age is a year higher. */
export const NUMBERED_SINCE: Month = '2017-01'

/** Refuses joining before 12 (from 2017-01: before 13) and from 28 on; joining before 14 is worth a second look. */
export const judgeJoiningAge = (birthDate: Day, joinedMonth: Month): JoiningAgeVerdict => {
  const months = joiningAge(birthDate, joinedMonth)
  const youngest = joinedMonth < NUMBERED_SINCE ? AGE.joinsFromBefore2017 : AGE.joinsFrom
  if (months < youngest * 12) return 'tooYoung'
  if (months >= AGE.leavesAt * 12) return 'tooOld'
  return months < AGE.unusualBelow * 12 ? 'unusual' : 'ok'
}

/**
 * Who may check in on this day. Under 14 nothing at all may be stored (Personal Information Protection Law, article 31);
 * at 28 a member leaves the League unless they hold a post in it.
 */
export const judgeEligibility = (
  birthDate: Day,
  day: Day,
  { holdsPost }: { holdsPost: boolean },
): 'ok' | 'under14' | 'over28' => {
  const years = yearsOldOn(birthDate, day)
  if (years < AGE.eligibleFrom) return 'under14'
  return years >= AGE.leavesAt && !holdsPost ? 'over28' : 'ok'
}
