import type { review } from '#contract/review'
import { REVEAL } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { cadreOf, permits } from '#domain/permissions'
import { open } from '../_platform/crypto/envelope'
import { personPlace } from '../_platform/crypto/sealed-fields'
import { take } from '../_platform/limits'
import type { Handler } from '../_platform/serve'
import { underReview } from './reviewable'

const HOUR_SECONDS = 3600
const WINDOWS = [
  { seconds: HOUR_SECONDS, max: REVEAL.perHour },
  { seconds: 24 * HOUR_SECONDS, max: REVEAL.perDay },
]

/** Shows a full ID number. The audit event is written first: no event, no number. */
export const reveal: Handler<typeof review.reveal> = async ({ input, actor, world, now, cause }) => {
  const found = await world.db.people.find(input.person)
  const author = cadreOf(actor)
  const object = found && {
    ...underReview(found),
    ...(found.membership ? { memberOf: found.membership.branchId } : {}),
  }
  if (!found || !author || !permits('revealIdNumber', actor, object)) return refuse('NOT_FOUND')

  const budget = await take(world.db, `reveal:${author.accountId}`, WINDOWS, now)
  if (!budget.ok) return refuse('REVEAL_TOO_MANY', { waitSeconds: budget.waitSeconds })

  const purpose = input.note ? `${input.purpose}：${input.note}` : input.purpose
  const recorded = await world.db.people.change(
    input.person,
    cause,
    (person) =>
      person
        ? accept({
            content: person,
            answer: { revealed: true },
            audit: { author, action: 'review.reveal', org: author.orgId, purpose },
          })
        : refuse('NOT_FOUND'),
    { document: found },
  )
  if (!recorded.ok) return recorded

  return accept({
    idNumber: open(world.keys.field, personPlace(found._id, 'idNumber'), found.sealed.idNumber),
  })
}
