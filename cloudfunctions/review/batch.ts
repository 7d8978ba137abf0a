import type { review } from '#contract/review'
import { approveCheckIn, sendBack } from '#domain/check-in'
import { TEXT } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { cleanText } from '#domain/text'
import { orLeftOutLater } from '../_platform/left-out'
import type { Handler } from '../_platform/serve'
import { decisionOn } from './decision'
import { decidable } from './reviewable'

/** One decision on many: all are read in one go, each is written on its own condition, each row has its own result. */
export const batch: Handler<typeof review.batch> = async ({ input, actor, world, now, cause }) => {
  const reason = input.reason ?? ''
  if (input.decision === 'sendBack' && !cleanText(reason, TEXT.returnReason).ok)
    return refuse('REASON_LENGTH', { ...TEXT.returnReason })

  const versions = new Map(input.items.map(({ person, version }) => [person, version]))
  const people = await world.db.people.findMany([...versions.keys()])

  const result = async ([id, version]: [string, number]) => {
    const loaded = people.find(({ _id }) => _id === id)
    if (!loaded) return { person: id, done: false, code: 'NOT_FOUND' }
    const outcome = await world.db.people.change(
      id,
      cause,
      (found) => {
        const target = decidable(actor, found)
        if (!target.ok) return target
        const { person, author } = target.value
        return input.decision === 'approve'
          ? decisionOn(person, approveCheckIn(person, author, { version }, now), author, 'review.approve', cause)
          : decisionOn(person, sendBack(person, author, { version, reason }, now), author, 'review.sendBack', cause)
      },
      { document: loaded },
    )
    if (outcome.ok) return { person: id, done: true }
    const by = outcome.detail?.by
    return { person: id, done: false, code: outcome.code, ...(typeof by === 'string' ? { by } : {}) }
  }

  /** One that cannot be decided on at all must not hide what was done to the others. */
  const decide = async (item: [string, number]) => {
    const [done] = await orLeftOutLater('people', item[0], () => result(item))
    return done ?? { person: item[0], done: false, code: 'INTERNAL' }
  }

  return accept({ results: await Promise.all([...versions].map(decide)) })
}
