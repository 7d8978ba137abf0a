import type { review } from '#contract/review'
import { approveOffline as approvedOffline } from '#domain/check-in'
import { refuse } from '#domain/outcome'
import { readyUploads } from '../_platform/photos/upload'
import type { Handler } from '../_platform/serve'
import { decisionOn } from './decision'
import { decidable } from './reviewable'

/** The person is read beside the photos' tickets, so that the proof costs no round trip of its own. */
export const approveOffline: Handler<typeof review.approveOffline> = async ({
  input,
  actor,
  acting,
  world,
  now,
  cause,
}) => {
  if (actor.kind !== 'account') return refuse('NOT_FOUND')
  const owner = { accountId: actor.accountId, purpose: 'proof', subject: input.person } as const
  const [found, photos] = await Promise.all([
    world.db.people.find(input.person),
    readyUploads(world.db, input.photos, owner),
  ])

  return world.db.people.change(
    input.person,
    cause,
    (current) => {
      const target = decidable(actor, current)
      if (!target.ok) return target
      if (!photos) return refuse('PHOTO_GONE')
      const { person, author } = target.value
      const proof = { ...input, photos, offlineAtOnce: acting?.settings.offlineAtOnce ?? false }
      return decisionOn(person, approvedOffline(person, author, proof, now), author, 'review.approveOffline', cause)
    },
    { document: found },
  )
}
