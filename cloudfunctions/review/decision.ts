import { PHOTOS } from '#domain/limits'
import { accept, type Outcome, type Refused } from '#domain/outcome'
import type { Cadre } from '#domain/permissions'
import type { Person } from '#domain/person'
import type { Cause } from '../_platform/db/aggregate'
import type { Decision } from '../_platform/db/document'
import type { StoredPerson } from '../_platform/db/stored'
import { effect, type Effect } from '../_platform/effects'

export type Decided = { person: string; status: StoredPerson['checkIn']['status']; version: number }

function effectsOf(person: Person & Pick<StoredPerson, 'branchName'>, cause: Cause): Effect[] {
  const { checkIn, accountId, _id } = person
  const approved = checkIn.status === 'approved'
  const toMember = effect(
    {
      kind: 'notice',
      to: { accountId },
      notice: approved ? 'checkInApproved' : 'checkInReturned',
      role: approved ? 'know' : 'decide',
      person: _id,
      orgName: person.branchName,
      ...(checkIn.returnReason && !approved ? { reason: checkIn.returnReason } : {}),
    },
    `${cause.request}:${_id}:decided`,
    cause.now,
  )
  const photos = checkIn.offline?.photos ?? []
  if (photos.length === 0) return [toMember]
  const erasedAt = new Date(cause.now.getTime() + PHOTOS.keptFor)
  return [toMember, effect({ kind: 'erasePhotos', fileIds: photos }, `${cause.request}:${_id}:photos`, erasedAt)]
}

/** What a reviewer's decision writes: the person as the rule made them, an audit event, word to the member. */
export function decisionOn<C extends string>(
  before: StoredPerson,
  ruled: Outcome<Person, C>,
  author: Cadre,
  action: string,
  cause: Cause,
): Decision<StoredPerson, Decided, C> {
  if (!ruled.ok) return ruled as Refused<C> // a refusal carries no value, whatever it was to be
  const { checkIn, realName } = ruled.value
  return accept({
    content: { ...before, ...ruled.value },
    answer: { person: before._id, status: checkIn.status, version: checkIn.version },
    audit: {
      author,
      action,
      org: author.orgId,
      before: { status: before.checkIn.status, realName: before.realName.status },
      after: { status: checkIn.status, realName: realName.status, version: checkIn.version },
    },
    effects: effectsOf({ ...before, ...ruled.value }, cause),
  })
}
