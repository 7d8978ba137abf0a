import { accept, refuse, type Outcome } from '#domain/outcome'
import { cadreOf, permits, type Actor, type Cadre } from '#domain/permissions'
import type { StoredPerson } from '../_platform/db/stored'

export const underReview = ({ accountId, checkIn }: StoredPerson) => ({ accountId, reviewOrg: checkIn.reviewOrg })

/** A person whom this actor reviews. Somebody else's and nobody look the same. */
export function seen(actor: Actor, person: StoredPerson | undefined): Outcome<StoredPerson, 'NOT_FOUND'> {
  return person && permits('reviewCheckIn', actor, underReview(person)) ? accept(person) : refuse('NOT_FOUND')
}

/** A person whom this actor may decide on, with the signature for the decision. */
export function decidable(
  actor: Actor,
  person: StoredPerson | undefined,
): Outcome<{ person: StoredPerson; author: Cadre }, 'NOT_FOUND' | 'OWN_APPLICATION'> {
  const found = seen(actor, person)
  const author = cadreOf(actor)
  if (!found.ok || !author) return refuse('NOT_FOUND')
  if (!permits('decideCheckIn', actor, underReview(found.value))) return refuse('OWN_APPLICATION')
  return accept({ person: found.value, author })
}
