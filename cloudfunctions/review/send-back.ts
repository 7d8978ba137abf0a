import type { review } from '#contract/review'
import { sendBack as sentBack } from '#domain/check-in'
import type { Handler } from '../_platform/serve'
import { decisionOn } from './decision'
import { decidable } from './reviewable'

export const sendBack: Handler<typeof review.sendBack> = ({ input, actor, world, now, cause }) =>
  world.db.people.change(input.person, cause, (found) => {
    const target = decidable(actor, found)
    if (!target.ok) return target
    const { person, author } = target.value
    return decisionOn(person, sentBack(person, author, input, now), author, 'review.sendBack', cause)
  })
