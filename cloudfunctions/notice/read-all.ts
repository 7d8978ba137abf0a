import type { notice } from '#contract/notice'
import { accept, refuse } from '#domain/outcome'
import { orLeftOutLater } from '../_platform/left-out'
import type { Handler } from '../_platform/serve'

const AT_ONCE = 100

/** A message is read or not: marking it twice changes nothing, so a retry needs no memory of the first try. */
export const readAll: Handler<typeof notice.readAll> = async ({ account, world }) => {
  if (!account) return refuse('SIGNED_OUT')
  const { notices } = world.db
  const order = { by: 'at', direction: -1 } as const
  const unread = await notices.list({ accountId: account._id, read: false }, { order, limit: AT_ONCE })
  const marked = await Promise.all(
    unread.map((row) => orLeftOutLater('notices', row._id, () => notices.replace(row, { ...row, read: true }))),
  )
  return accept({ read: marked.flat().filter(Boolean).length })
}
