import type { review } from '#contract/review'
import { approveCheckIn } from '#domain/check-in'
import type { Handler } from '../_platform/serve'
import { decisionOn } from './decision'
import { decidable } from './reviewable'

export const approve: Handler<typeof review.approve> = ({ input, actor, world, now, cause }) =>
  world.db.people.change(input.person, cause, (found) => {
    const target = decidable(actor, found)
    if (!target.ok) return target
    const { person, author } = target.value
    return decisionOn(person, approveCheckIn(person, author, input, now), author, 'review.approve', cause)
  })
