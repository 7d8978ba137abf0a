import { DAY, MINUTE, REAL_NAME } from './limits'
import type { IdType } from './options'
import type { RealName } from './person'

export const REAL_NAME_STATUSES = ['unverified', 'verifying', 'passed', 'failed', 'offlinePassed'] as const
export type RealNameStatus = (typeof REAL_NAME_STATUSES)[number]
export const REAL_NAME_STATUS_LABELS: Record<RealNameStatus, string> = {
  unverified: '未验证',
  verifying: '校验中',
  passed: '通过',
  failed: '未通过',
  offlinePassed: '线下通过',
}

export const REAL_NAME_CAUSES = ['mismatch', 'notFound', 'unavailable', 'unsupported'] as const
export type RealNameCause = (typeof REAL_NAME_CAUSES)[number]

/** The classes in which a provider may answer, whatever its own codes are. */
export const CHECK_CLASSES = ['match', 'mismatch', 'not_found', 'invalid_input', 'throttled', 'upstream_error'] as const
export type CheckClass = (typeof CHECK_CLASSES)[number]

export const REAL_NAME_EVENTS = [
  'start',
  'startUnsupported',
  'match',
  'firstFailure',
  'secondFailure',
  'deadline',
  'approveOffline',
] as const
export type RealNameEvent = (typeof REAL_NAME_EVENTS)[number]

const RESTART = { start: 'verifying', startUnsupported: 'failed' } as const

/**
 * The whole life of a real-name check. `start` happens at the first submission and whenever name or number change;
 * `deadline` is 24 hours without a clear answer. An answer that finds no event here changes nothing.
 */
export const REAL_NAME_NEXT: Record<RealNameStatus, Partial<Record<RealNameEvent, RealNameStatus>>> = {
  unverified: { ...RESTART },
  verifying: {
    ...RESTART,
    match: 'passed',
    firstFailure: 'verifying',
    secondFailure: 'failed',
    deadline: 'failed',
    approveOffline: 'offlinePassed',
  },
  passed: { ...RESTART },
  failed: { ...RESTART, match: 'passed', approveOffline: 'offlinePassed' },
  offlinePassed: { ...RESTART },
}

/** A check that begins: at work at once, or failed at once for a document that no provider can check. */
export const startRealName = (idType: IdType, now: Date): RealName => {
  const fresh = { attempts: 0, startedAt: now, failedChecks: [] }
  if (idType === 'residentCard') return { ...fresh, status: 'verifying' }
  return { ...fresh, status: 'failed', cause: 'unsupported' }
}

/** Until when somebody waits for an answer at most; nothing when nobody waits. */
export const waitsUntil = ({ status, startedAt }: RealName): Date | undefined =>
  status === 'verifying' || status === 'unverified' ? new Date(startedAt.getTime() + REAL_NAME.deadline) : undefined

export type Checked = { realName: RealName; retryAt?: Date }

/** Spread over 1–20 hours after submission, so that a morning's failures do not come back all at once. */
const recheckAt = ({ startedAt }: RealName, now: Date, random: number): Date => {
  const start = startedAt.getTime()
  const from = Math.max(start + REAL_NAME.recheckFrom, now.getTime() + MINUTE)
  const until = Math.max(from, start + REAL_NAME.recheckUntil)
  const spread = from + random * (until - from)
  const deadline = start + DAY
  return new Date(now.getTime() < deadline ? Math.min(spread, deadline) : spread)
}

/** 1, 5, 30, 120 minutes, then hourly; the deadline itself is never slept through. */
const backoffAt = ({ startedAt }: RealName, errors: number, now: Date): Date => {
  const next = now.getTime() + (REAL_NAME.backoff[errors - 1] ?? REAL_NAME.backoffThen)
  const deadline = startedAt.getTime() + REAL_NAME.deadline
  return new Date(now.getTime() < deadline ? Math.min(next, deadline) : next)
}

const withoutErrors = ({ errors: _errors, ...realName }: RealName): RealName => realName
const withoutCause = ({ cause: _cause, ...realName }: RealName): RealName => realName

const afterMatch = (before: RealName, now: Date): Checked => ({
  realName: { ...withoutErrors(withoutCause(before)), status: 'passed', attempts: before.attempts + 1, checkedAt: now },
})

const afterFailure = (before: RealName, cause: RealNameCause, now: Date, random: number): Checked => {
  const attempts = before.attempts + 1
  const counted = {
    ...withoutErrors(before),
    attempts,
    checkedAt: now,
    failedChecks: [...before.failedChecks, now],
  }
  if (attempts >= 2) return { realName: { ...counted, status: 'failed', cause } }
  // A first failure keeps its status: still checking, or already failed because the provider was away for a day.
  const realName: RealName = before.status === 'failed' ? { ...counted, cause } : { ...counted, status: 'verifying' }
  return { realName, retryAt: recheckAt(before, now, random) }
}

const afterSilence = (before: RealName, now: Date): Checked => {
  const errors = (before.errors ?? 0) + 1
  const retryAt = backoffAt(before, errors, now)
  const late = now.getTime() >= before.startedAt.getTime() + REAL_NAME.deadline
  const realName: RealName = { ...before, errors }
  if (before.status === 'failed') return { realName, retryAt }
  if (!late) return { realName: { ...realName, status: 'verifying' }, retryAt }
  return { realName: { ...realName, status: 'failed', cause: 'unavailable' }, retryAt }
}

/**
 * What an answer of the provider changes, and when to ask again. Nothing changes once passed, offline or not.
 * `random` in [0, 1) places the second attempt.
 */
export const applyCheck = (before: RealName, answer: CheckClass, now: Date, random: number): Checked => {
  if (before.status === 'passed' || before.status === 'offlinePassed') return { realName: before }
  if (before.cause === 'unsupported') return { realName: before }

  switch (answer) {
    case 'match':
      return afterMatch(before, now)
    case 'not_found':
      return afterFailure(before, 'notFound', now, random)
    // The local rules let it through and the provider does not: the same as a mismatch for everybody concerned.
    case 'mismatch':
    case 'invalid_input':
      return afterFailure(before, 'mismatch', now, random)
    case 'throttled':
    case 'upstream_error':
      return afterSilence(before, now)
  }
}
