import { decidedSince, historyWith } from './history'
import { isCheckInField } from './fields'
import { PHOTOS, TEXT } from './limits'
import { accept, refuse, type Outcome } from './outcome'
import { waitsUntil } from './real-name'
import { identityOf, profileOf, realNameFor, type CheckInSubmission } from './submission'
import { cleanText } from './text'
import type { CheckInField } from './check-in-values'
import type { Cadre } from './permissions'
import type { Author, CheckIn, Person, RealName } from './person'

export const CHECK_IN_STATUSES = ['draft', 'pending', 'returned', 'withdrawn', 'approved'] as const
export type CheckInStatus = (typeof CHECK_IN_STATUSES)[number]
export const CHECK_IN_STATUS_LABELS: Record<CheckInStatus, string> = {
  draft: '填写中',
  pending: '待审核',
  returned: '已退回',
  withdrawn: '已撤回',
  approved: '已通过',
}

export const CHECK_IN_MOVES = ['submit', 'withdraw', 'approve', 'approveOffline', 'sendBack'] as const
export type CheckInMove = (typeof CHECK_IN_MOVES)[number]

/** The whole life of a check-in. A move absent from this table cannot happen. */
export const CHECK_IN_NEXT: Record<CheckInStatus, Partial<Record<CheckInMove, CheckInStatus>>> = {
  draft: { submit: 'pending' },
  pending: { withdraw: 'withdrawn', approve: 'approved', approveOffline: 'approved', sendBack: 'returned' },
  returned: { submit: 'pending' },
  withdrawn: { submit: 'pending' },
  approved: {},
}

/** What can happen next: pages take their buttons from here. */
export const movesFrom = (status: CheckInStatus): CheckInMove[] =>
  CHECK_IN_MOVES.filter((move) => CHECK_IN_NEXT[status][move] !== undefined)

/** Where a move leads, or nothing where it is not allowed. */
export const nextStatus = (status: CheckInStatus, move: CheckInMove): CheckInStatus | undefined =>
  CHECK_IN_NEXT[status][move]

/**
 * Hands in the form, for the first time or again after a return or a withdrawal. `before` is whoever is on file for this
 * ID number: `NOT_YOURS` when that is another account's.
 */
export const submitCheckIn = (
  before: Person | undefined,
  submission: CheckInSubmission,
  now: Date,
): Outcome<Person, 'NOT_YOURS' | 'ALREADY_SUBMITTED' | 'ALREADY_CHECKED_IN'> => {
  const { personId, accountId, values, mobileMask, branchId, reviewOrg, anc } = submission
  if (before && before.accountId !== accountId) return refuse('NOT_YOURS')

  const status = nextStatus(before?.checkIn.status ?? 'draft', 'submit')
  if (!status) return refuse(before?.checkIn.status === 'approved' ? 'ALREADY_CHECKED_IN' : 'ALREADY_SUBMITTED')

  const author: Author = { kind: 'self', accountId, name: values.name }
  const { letter: _letter, ...kept } = before ?? {}
  return accept({
    ...kept,
    _id: personId,
    accountId,
    identity: identityOf(before, values),
    arrivalKind: values.arrivalKind,
    ...(values.letter && { letter: values.letter }),
    profile: profileOf(values),
    mobileMask,
    realName: realNameFor(before, submission, now),
    anc,
    checkIn: {
      status,
      version: (before?.checkIn.version ?? 0) + 1,
      branchId,
      reviewOrg,
      submittedAt: now,
      history: historyWith(before?.checkIn.history, { at: now, move: 'submit', author }),
    },
  })
}

/** A decision names the version that it saw; when that is no longer open, the refusal tells what happened instead. */
const moveSeen = (person: Person, move: CheckInMove, version: number): Outcome<CheckInStatus, 'STALE'> => {
  const { checkIn } = person
  const status = nextStatus(checkIn.status, move)
  if (!status || checkIn.version !== version) return refuse('STALE', decidedSince(checkIn, CHECK_IN_MOVES))
  return accept(status)
}

const moved = (person: Person, more: Partial<CheckIn>, entry: CheckIn['history'][number]): Person => ({
  ...person,
  checkIn: { ...person.checkIn, ...more, history: historyWith(person.checkIn.history, entry) },
})

/** Takes the form back while it waits; every value stays for the next time. */
export const withdrawCheckIn = (
  person: Person,
  author: Author,
  { version }: { version: number },
  now: Date,
): Outcome<Person, 'NOT_YOURS' | 'STALE'> => {
  if (author.kind !== 'self' || author.accountId !== person.accountId) return refuse('NOT_YOURS')
  const next = moveSeen(person, 'withdraw', version)
  if (!next.ok) return next
  return accept(moved(person, { status: next.value }, { at: now, move: 'withdraw', author }))
}

const decide = (
  person: Person,
  move: CheckInMove,
  author: Cadre,
  version: number,
): Outcome<CheckInStatus, 'STALE' | 'OWN_APPLICATION'> =>
  author.accountId === person.accountId ? refuse('OWN_APPLICATION') : moveSeen(person, move, version)

const asMember = (person: Person, now: Date): Person => ({
  ...person,
  membership: { branchId: person.checkIn.branchId, since: now, status: 'normal' },
})

/** Lets somebody in whose identity has been verified: from now on they are a member of the branch. */
export const approveCheckIn = (
  person: Person,
  author: Cadre,
  { version }: { version: number },
  now: Date,
): Outcome<Person, 'OWN_APPLICATION' | 'STALE' | 'NOT_YET_VERIFIED' | 'NEEDS_OFFLINE'> => {
  const next = decide(person, 'approve', author, version)
  if (!next.ok) return next

  const until = waitsUntil(person.realName)
  if (until) return refuse('NOT_YET_VERIFIED', { until: until.toISOString() })
  if (person.realName.status === 'failed')
    return refuse('NEEDS_OFFLINE', { cause: person.realName.cause ?? 'mismatch' })

  const decision = { status: next.value, decidedAt: now, decidedBy: author }
  return accept(asMember(moved(person, decision, { at: now, move: 'approve', author }), now))
}

export type OfflineProof = {
  version: number
  explanation: string
  photos: readonly string[]
  /** The organisation's setting: verify offline after the first failure instead of waiting for the second. */
  offlineAtOnce: boolean
}

const offlineAnswer = (
  { status, failedChecks }: RealName,
  atOnce: boolean,
): Outcome<true, 'NOT_YET_FAILED' | 'NOT_NEEDED'> => {
  if (status === 'failed') return accept(true)
  if (status === 'passed' || status === 'offlinePassed') return refuse('NOT_NEEDED')
  return atOnce && failedChecks.length > 0 ? accept(true) : refuse('NOT_YET_FAILED')
}

/** Whether the branch may verify in person now: after the second failure, or after the first where it has so decided. */
export const offlineOpen = (person: Person, offlineAtOnce: boolean): boolean =>
  person.checkIn.status === 'pending' && offlineAnswer(person.realName, offlineAtOnce).ok

/** Lets somebody in whom the branch has verified in person, with an explanation and photos (the guide, appendix 1, part 3). */
export const approveOffline = (
  person: Person,
  author: Cadre,
  proof: OfflineProof,
  now: Date,
): Outcome<
  Person,
  'OWN_APPLICATION' | 'STALE' | 'NOT_YET_FAILED' | 'NOT_NEEDED' | 'EXPLANATION_LENGTH' | 'PHOTOS_COUNT'
> => {
  const next = decide(person, 'approveOffline', author, proof.version)
  if (!next.ok) return next
  const open = offlineAnswer(person.realName, proof.offlineAtOnce)
  if (!open.ok) {
    const until = waitsUntil(person.realName)
    return until ? refuse(open.code, { until: until.toISOString() }) : open
  }

  const explanation = cleanText(proof.explanation, TEXT.explanation)
  if (!explanation.ok) return refuse('EXPLANATION_LENGTH', { ...TEXT.explanation })
  const photos = [...new Set(proof.photos)]
  const { min, max } = PHOTOS.proofCount
  if (photos.length < min || photos.length > max) return refuse('PHOTOS_COUNT', { min, max })

  const decision = {
    status: next.value,
    decidedAt: now,
    decidedBy: author,
    offline: { explanation: explanation.value, photos },
  }
  const entry = { at: now, move: 'approveOffline', author, note: explanation.value } as const
  const decided = asMember(moved(person, decision, entry), now)
  return accept({ ...decided, realName: { ...person.realName, status: 'offlinePassed' } })
}

/** Gives the form back with a reason and the fields to look at again, in whatever state the real-name check is. */
export const sendBack = (
  person: Person,
  author: Cadre,
  { version, reason, markedFields = [] }: { version: number; reason: string; markedFields?: readonly CheckInField[] },
  now: Date,
): Outcome<Person, 'OWN_APPLICATION' | 'STALE' | 'REASON_LENGTH'> => {
  const next = decide(person, 'sendBack', author, version)
  if (!next.ok) return next
  const returnReason = cleanText(reason, TEXT.returnReason)
  if (!returnReason.ok) return refuse('REASON_LENGTH', { ...TEXT.returnReason })

  const decision = {
    status: next.value,
    decidedAt: now,
    decidedBy: author,
    returnReason: returnReason.value,
    markedFields: [...new Set(markedFields)].filter(isCheckInField),
  }
  return accept(moved(person, decision, { at: now, move: 'sendBack', author, note: returnReason.value }))
}
