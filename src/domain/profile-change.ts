import { FIELDS, isCheckInField } from './fields'
import { withoutLeftovers } from './form/tidy'
import { decidedSince, historyWith } from './history'
import { TEXT } from './limits'
import { accept, refuse, type Outcome } from './outcome'
import { sameValue } from './same-value'
import { cleanText } from './text'
import type { CheckInField } from './check-in-values'
import type { Cadre } from './permissions'
import type { Author, HistoryEntry, Person, Profile, ProfileChange } from './person'

export const PROFILE_CHANGE_STATUSES = ['pending', 'returned', 'withdrawn', 'applied'] as const
export type ProfileChangeStatus = (typeof PROFILE_CHANGE_STATUSES)[number]
export const PROFILE_CHANGE_STATUS_LABELS: Record<ProfileChangeStatus, string> = {
  pending: '待审核',
  returned: '已退回',
  withdrawn: '已撤回',
  applied: '已生效',
}

export const PROFILE_CHANGE_MOVES = ['change', 'withdrawChange', 'applyChange', 'returnChange'] as const
export type ProfileChangeMove = (typeof PROFILE_CHANGE_MOVES)[number]

/** The whole life of a request to change data. A new request takes the place of one that is over. */
export const PROFILE_CHANGE_NEXT: Record<
  ProfileChangeStatus,
  Partial<Record<ProfileChangeMove, ProfileChangeStatus>>
> = {
  pending: { withdrawChange: 'withdrawn', applyChange: 'applied', returnChange: 'returned' },
  returned: { change: 'pending' },
  withdrawn: { change: 'pending' },
  applied: { change: 'pending' },
}

export type SplitChange = { locked: CheckInField[]; review: Partial<Profile>; free: Partial<Profile> }

/** Sorts wanted values by edit class; those that are as on file already are left out. An empty text clears a value. */
export const splitChange = (before: Profile, wanted: Partial<Profile>): SplitChange => {
  const split: SplitChange = { locked: [], review: {}, free: {} }
  const entries = Object.entries(wanted) as [keyof Profile, never][] // `never`: each value fits its own key
  for (const [field, value] of entries) {
    if (!isCheckInField(field) || sameValue(before[field], value)) continue
    // The month of joining the Party waits with the status that gives it a meaning.
    const waits =
      field === 'partyJoinedMonth' &&
      !sameValue(before.politicalStatus, wanted.politicalStatus ?? before.politicalStatus)
    const edit = waits ? 'review' : FIELDS[field].edit
    if (edit === 'locked') split.locked.push(field)
    else split[edit][field] = value
  }
  return split
}

const withEntry = (person: Person, entry: HistoryEntry): Person => ({
  ...person,
  checkIn: { ...person.checkIn, history: historyWith(person.checkIn.history, entry) },
})

/** Asks for a change: free values at once, the others once the branch has looked. `wanted` has been checked by `checkChange`. */
export const requestChange = (
  person: Person,
  author: Author,
  wanted: Partial<Profile>,
  now: Date,
): Outcome<Person, 'NOT_YOURS' | 'NOT_CHECKED_IN' | 'FIELD_LOCKED' | 'NOTHING_CHANGED' | 'CHANGE_OPEN'> => {
  if (author.kind !== 'self' || author.accountId !== person.accountId) return refuse('NOT_YOURS')
  if (!person.membership) return refuse('NOT_CHECKED_IN')

  const { locked, review, free } = splitChange(person.profile, wanted)
  if (locked.length > 0) return refuse('FIELD_LOCKED', { fields: locked })
  const waits = Object.keys(review).length > 0
  if (!waits && Object.keys(free).length === 0) return refuse('NOTHING_CHANGED')

  const profile = withoutLeftovers({ ...person.profile, ...free })
  const changed = withEntry({ ...person, profile }, { at: now, move: 'change', author })
  if (!waits) return accept(changed)

  const { change } = person
  if (change && !PROFILE_CHANGE_NEXT[change.status].change) {
    return refuse('CHANGE_OPEN', { at: change.submittedAt.toISOString() })
  }
  const version = (change?.version ?? 0) + 1
  return accept({ ...changed, change: { status: 'pending', version, submittedAt: now, values: review } })
}

type Seen = { change: ProfileChange; status: ProfileChangeStatus }

const moveSeen = (person: Person, move: ProfileChangeMove, version: number): Outcome<Seen, 'STALE'> => {
  const { change } = person
  if (!change) return refuse('STALE')
  const status = PROFILE_CHANGE_NEXT[change.status][move]
  if (status && change.version === version) return accept({ change, status })
  return refuse('STALE', decidedSince({ ...change, history: person.checkIn.history }, PROFILE_CHANGE_MOVES))
}

export const withdrawChange = (
  person: Person,
  author: Author,
  { version }: { version: number },
  now: Date,
): Outcome<Person, 'NOT_YOURS' | 'STALE'> => {
  if (author.kind !== 'self' || author.accountId !== person.accountId) return refuse('NOT_YOURS')
  const seen = moveSeen(person, 'withdrawChange', version)
  if (!seen.ok) return seen
  const change = { ...seen.value.change, status: seen.value.status }
  return accept(withEntry({ ...person, change }, { at: now, move: 'withdrawChange', author }))
}

/** Lets the wanted values take effect. */
export const applyChange = (
  person: Person,
  author: Cadre,
  { version }: { version: number },
  now: Date,
): Outcome<Person, 'OWN_APPLICATION' | 'STALE'> => {
  if (author.accountId === person.accountId) return refuse('OWN_APPLICATION')
  const seen = moveSeen(person, 'applyChange', version)
  if (!seen.ok) return seen
  const change = { ...seen.value.change, status: seen.value.status, decidedAt: now, decidedBy: author }
  const profile = withoutLeftovers({ ...person.profile, ...change.values })
  return accept(withEntry({ ...person, profile, change }, { at: now, move: 'applyChange', author }))
}

/** Gives the wanted values back with a reason; the profile stays as it is. */
export const returnChange = (
  person: Person,
  author: Cadre,
  { version, reason }: { version: number; reason: string },
  now: Date,
): Outcome<Person, 'OWN_APPLICATION' | 'STALE' | 'REASON_LENGTH'> => {
  if (author.accountId === person.accountId) return refuse('OWN_APPLICATION')
  const seen = moveSeen(person, 'returnChange', version)
  if (!seen.ok) return seen
  const text = cleanText(reason, TEXT.returnReason)
  if (!text.ok) return refuse('REASON_LENGTH', { ...TEXT.returnReason })

  const returnReason = text.value
  const change = { ...seen.value.change, status: seen.value.status, decidedAt: now, decidedBy: author, returnReason }
  return accept(withEntry({ ...person, change }, { at: now, move: 'returnChange', author, note: returnReason }))
}

export type ChangedValue = { field: CheckInField; before: unknown; after: unknown }

/** Before and after of what the latest request wants and the profile does not have (yet). */
export const changesOf = ({ profile, change }: Person): ChangedValue[] =>
  Object.entries(change?.values ?? {}).flatMap(([field, after]) => {
    // Values are stored by field, so their keys are profile fields.
    const before = profile[field as keyof Profile]
    return isCheckInField(field) && !sameValue(before, after) ? [{ field, before, after }] : []
  })
