import type { review } from '#contract/review'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { cadreOf, permits, type Actor, type Cadre } from '#domain/permissions'
import type { Person } from '#domain/person'
import { applyChange, returnChange as changeReturned } from '#domain/profile-change'
import type { Cause } from '../_platform/db/aggregate'
import type { Decision } from '../_platform/db/document'
import type { StoredPerson } from '../_platform/db/stored'
import { effect } from '../_platform/effects'
import type { Handler } from '../_platform/serve'
import { underReview } from './reviewable'

function decideChange<S extends 'applied' | 'returned', C extends string>(
  actor: Actor,
  person: StoredPerson | undefined,
  status: S,
  rule: (person: StoredPerson, author: Cadre) => Outcome<Person, C>,
  cause: Cause,
): Decision<StoredPerson, { person: string; status: S }, C | 'NOT_FOUND' | 'OWN_APPLICATION'> {
  const author = cadreOf(actor)
  if (!person?.change || !author || !permits('reviewProfileChange', actor, underReview(person)))
    return refuse('NOT_FOUND')
  if (!permits('decideProfileChange', actor, underReview(person))) return refuse('OWN_APPLICATION')
  const ruled = rule(person, author)
  if (!ruled.ok) return ruled

  const { change } = ruled.value
  const fields = Object.keys(person.change.values)
  const word = effect(
    {
      kind: 'notice',
      to: { accountId: person.accountId },
      notice: status === 'applied' ? 'changeApplied' : 'changeReturned',
      role: 'know',
      orgName: person.branchName,
      ...(change?.returnReason ? { reason: change.returnReason } : {}),
    },
    `${cause.request}:${person._id}:change`,
    cause.now,
  )
  return accept({
    content: { ...person, ...ruled.value },
    answer: { person: person._id, status },
    audit: {
      author,
      action: `review.change.${status}`,
      org: author.orgId,
      before: { status: 'pending', fields },
      after: { status, fields },
    },
    effects: [word],
  })
}

export const approveChange: Handler<typeof review.approveChange> = ({ input, actor, world, now, cause }) =>
  world.db.people.change(input.person, cause, (found) =>
    decideChange(actor, found, 'applied', (person, author) => applyChange(person, author, input, now), cause),
  )

export const returnChange: Handler<typeof review.returnChange> = ({ input, actor, world, now, cause }) =>
  world.db.people.change(input.person, cause, (found) =>
    decideChange(actor, found, 'returned', (person, author) => changeReturned(person, author, input, now), cause),
  )
