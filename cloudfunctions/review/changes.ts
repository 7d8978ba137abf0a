import type { review } from '#contract/review'
import type { CheckInField } from '#domain/check-in-values'
import { LISTS } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { cursorAfter, readCursor, type Order } from '../_platform/db/cursor'
import type { Handler } from '../_platform/serve'
import { iso } from '../_platform/views'

const OLDEST: Order = { by: 'change.submittedAt', direction: 1 }

/** Requests to change data that wait in the acting organisation, oldest first. */
export const changes: Handler<typeof review.changes> = async ({ input, actor, acting, world }) => {
  if (!acting || actor.kind !== 'account') return refuse('NOT_ALLOWED')
  const filter = { 'checkIn.reviewOrg': acting._id, 'change.status': 'pending' }
  const { signing } = world.keys
  const after =
    input.cursor === undefined ? undefined : readCursor(signing, actor.accountId, filter, OLDEST, input.cursor)
  if (input.cursor !== undefined && !after) return refuse('INVALID_INPUT')

  const page = await world.db.people.list(filter, {
    order: OLDEST,
    limit: LISTS.queuePage + 1,
    after,
    fields: ['accountId', 'identity.name', 'change'],
  })
  const rows = page.slice(0, LISTS.queuePage)
  const last = page.length > LISTS.queuePage ? rows[rows.length - 1] : undefined
  return accept({
    rows: rows.flatMap(({ _id, accountId, identity, change }) =>
      change
        ? [
            {
              person: _id,
              version: change.version,
              name: identity.name,
              fields: Object.keys(change.values) as CheckInField[], // values are stored by field
              submittedAt: iso(change.submittedAt),
              own: accountId === actor.accountId,
            },
          ]
        : [],
    ),
    ...(last ? { next: cursorAfter(signing, actor.accountId, filter, OLDEST, last) } : {}),
  })
}
