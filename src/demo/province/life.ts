import { approveCheckIn, sendBack, submitCheckIn, withdrawCheckIn } from '#domain/check-in'
import type { CheckInSubmission } from '#domain/submission'
import type { CheckInField } from '#domain/check-in-values'
import { historyWith } from '#domain/history'
import { HOUR, MINUTE } from '#domain/limits'
import type { Outcome } from '#domain/outcome'
import type { Cadre } from '#domain/permissions'
import type { Person } from '#domain/person'
import { applyCheck, REAL_NAME_STATUS_LABELS, type CheckClass } from '#domain/real-name'

/** How far somebody has come. `checking`: the provider could not answer yet; `failedOnce`: the second check is to come. */
export type Stage = 'checking' | 'failedOnce' | 'failed' | 'passed' | 'returned' | 'withdrawn' | 'approved'
export type Return = { reason: string; markedFields: readonly CheckInField[] }

const CHECKER = { kind: 'system', job: 'realNameCheck' } as const
const HALF = 0.5

/** The answers of the provider, minutes after the submission. */
const CHECKS: Record<Stage, readonly (readonly [minutes: number, answer: CheckClass])[]> = {
  checking: [[0, 'upstream_error'], [1, 'upstream_error'], [6, 'upstream_error']], // prettier-ignore
  failedOnce: [[1, 'mismatch']],
  failed: [[1, 'mismatch'], [16 * 60, 'mismatch']], // prettier-ignore
  passed: [[1, 'match']],
  returned: [[1, 'match']],
  withdrawn: [[1, 'match']],
  approved: [[1, 'match']],
}

/** The value of a move that the rules must allow: the seed breaks none of them. */
const granted = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(`the rules refuse the seed: ${outcome.code}`)
  return outcome.value
}

function checked(before: Person, answers: (typeof CHECKS)[Stage]): { person: Person; retryAt?: Date } {
  let [person, retryAt]: [Person, Date | undefined] = [before, undefined]
  for (const [minutes, answer] of answers) {
    const at = new Date(before.checkIn.submittedAt.getTime() + minutes * MINUTE)
    const result = applyCheck(person.realName, answer, at, HALF)
    const counted = result.realName.attempts !== person.realName.attempts
    const entry = {
      at,
      move: 'verify',
      author: CHECKER,
      note: REAL_NAME_STATUS_LABELS[result.realName.status],
    } as const
    const history = counted ? historyWith(person.checkIn.history, entry) : person.checkIn.history
    person = { ...person, realName: result.realName, checkIn: { ...person.checkIn, history } }
    retryAt = result.retryAt
  }
  return { person, ...(retryAt ? { retryAt } : {}) }
}

function decided(person: Person, stage: Stage, reviewer: Cadre, returned: Return, at: Date): Person {
  const { version } = person.checkIn
  const self = { kind: 'self', accountId: person.accountId, name: person.identity.name } as const
  if (stage === 'approved') return granted(approveCheckIn(person, reviewer, { version }, at))
  if (stage === 'returned') return granted(sendBack(person, reviewer, { version, ...returned }, at))
  return stage === 'withdrawn' ? granted(withdrawCheckIn(person, self, { version }, at)) : person
}

/** Lives a check-in through, by the rules of the product. `retryAt`: when the real-name check goes on. */
export function live(
  submission: CheckInSubmission,
  {
    stage,
    reviewer,
    returned,
    hoursToDecision,
  }: { stage: Stage; reviewer: Cadre; returned: Return; hoursToDecision: number },
  submittedAt: Date,
): { person: Person; retryAt?: Date } {
  const submitted = granted(submitCheckIn(undefined, submission, submittedAt))
  const { person, retryAt } = checked(submitted, CHECKS[stage])
  const at = new Date(submittedAt.getTime() + hoursToDecision * HOUR)
  return { person: decided(person, stage, reviewer, returned, at), ...(retryAt ? { retryAt } : {}) }
}
