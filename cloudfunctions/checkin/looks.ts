import type { checkin } from '#contract/checkin'
import { LISTS } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { cursorAfter, readCursor, type Order } from '../_platform/db/cursor'
import type { Handler } from '../_platform/serve'
import { authorView, iso } from '../_platform/views'

/** Actions of the audit log that are looks at somebody's data. */
export const LOOKS = { 'review.reveal': 'revealIdNumber', 'review.photos': 'viewPhotos' } as const
const NEWEST: Order = { by: 'at', direction: -1 }

/** Who looked at my data, newest first. What was recorded a moment ago is still with the person, so it is shown as well. */
export const looks: Handler<typeof checkin.looks> = async ({ input, self, account, world }) => {
  if (!self || !account) return accept({ rows: [] })
  const filter = { look: `people:${self._id}` }
  const after =
    input.cursor === undefined ? undefined : readCursor(world.keys.signing, account._id, filter, NEWEST, input.cursor)
  if (input.cursor !== undefined && !after) return refuse('INVALID_INPUT')

  const page = await world.db.audit.list(filter, { order: NEWEST, limit: LISTS.queuePage + 1, after })
  const rows = page.slice(0, LISTS.queuePage)
  const last = page.length > LISTS.queuePage ? rows[rows.length - 1] : undefined
  const undelivered = self.outbox.flatMap((owed) =>
    owed.kind === 'audit' && owed.event.action in LOOKS ? [owed.event] : [],
  )
  const fresh = input.cursor ? [] : undelivered.filter(({ id }) => !rows.some(({ _id }) => _id === id)).reverse()

  return accept({
    rows: [...fresh, ...rows].map(({ id, at, author, action, purpose }) => ({
      id,
      at: iso(at),
      who: authorView(author),
      what: LOOKS[action as keyof typeof LOOKS], // both lists hold looks only
      ...(purpose ? { purpose } : {}),
    })),
    ...(last ? { next: cursorAfter(world.keys.signing, account._id, filter, NEWEST, last) } : {}),
  })
}
