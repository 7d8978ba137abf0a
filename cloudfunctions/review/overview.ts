import type { review } from '#contract/review'
import { REVIEW } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import type { StoredPerson } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { maybeIso } from '../_platform/views'

/** Rows are counted by what they hold: one that lacks it is still one that waits. */
const needsOffline = ({ realName }: Partial<Pick<StoredPerson, 'realName'>>) => realName?.status === 'failed'

/** Beyond this the page says 99+: nothing is counted for display. */
const COUNTED = 100

export const overview: Handler<typeof review.overview> = async ({ acting, world, now }) => {
  if (!acting) return refuse('NOT_ALLOWED')
  const [waiting, changes] = await Promise.all([
    world.db.people.list(
      { 'checkIn.reviewOrg': acting._id, 'checkIn.status': 'pending' },
      {
        order: { by: 'checkIn.submittedAt', direction: 1 },
        limit: COUNTED + 1,
        fields: ['checkIn.submittedAt', 'realName.status'],
      },
    ),
    world.db.people.list(
      { 'checkIn.reviewOrg': acting._id, 'change.status': 'pending' },
      { order: { by: 'change.submittedAt', direction: 1 }, limit: COUNTED, fields: ['_id'] },
    ),
  ])
  const counted = waiting.slice(0, COUNTED)
  return accept({
    waiting: counted.length,
    more: waiting.length > COUNTED,
    overDay: counted.filter(({ checkIn }) => now.getTime() - checkIn.submittedAt.getTime() >= REVIEW.lateAfter).length,
    needOffline: counted.filter(needsOffline).length,
    changes: changes.length,
    ...maybeIso('oldestAt', counted[0]?.checkIn.submittedAt),
  })
}
