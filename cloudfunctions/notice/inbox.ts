import { NoticeView, type notice } from '#contract/notice'
import { accept, refuse } from '#domain/outcome'
import type { Order } from '../_platform/db/cursor'
import { readPage } from '../_platform/db/page'
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
  const filter = { accountId: account._id }
  const page = await readPage(world, world.db.notices, {
    filter,
    order: NEWEST_FIRST,
    cursor: input.cursor,
    reader: account._id,
    present: viewOf,
    row: NoticeView,
  })
  if (!page.ok) return page
  return accept({ rows: page.value.rows, ...page.value.more })
}
