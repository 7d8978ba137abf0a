import type { notice, NoticeView } from '#contract/notice'
import { LISTS } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { cursorAfter, readCursor, type Order } from '../_platform/db/cursor'
import type { StoredNotice } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { iso } from '../_platform/views'

const NEWEST_FIRST: Order = { by: 'at', direction: -1 }

const viewOf = ({ _id, at, kind, role, name, orgName, orgId, person, reason, read }: StoredNotice): NoticeView => ({
  id: _id,
  at: iso(at),
  kind,
  role,
  ...(name ? { name } : {}),
  ...(orgName ? { orgName } : {}),
  ...(orgId ? { orgId } : {}),
  ...(person ? { person } : {}),
  ...(reason ? { reason } : {}),
  read,
})

export const inbox: Handler<typeof notice.inbox> = async ({ input, account, world }) => {
  if (!account) return refuse('SIGNED_OUT')
  const { db, keys } = world
  const filter = { accountId: account._id }
  const after = input.cursor ? readCursor(keys.signing, account._id, filter, NEWEST_FIRST, input.cursor) : undefined
  if (input.cursor && !after) return refuse('INVALID_INPUT', { fields: ['cursor'] })

  const size = LISTS.queuePage
  const found = await db.notices.list(filter, { order: NEWEST_FIRST, limit: size + 1, after })
  const rows = found.slice(0, size)
  const last = rows[size - 1]
  const next =
    found.length > size && last ? cursorAfter(keys.signing, account._id, filter, NEWEST_FIRST, last) : undefined
  return accept({ rows: rows.map(viewOf), ...(next ? { next } : {}) })
}
