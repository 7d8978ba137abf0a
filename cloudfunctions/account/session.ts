import type { account } from '#contract/account'
import { MINUTE } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import type { StoredAccount } from '../_platform/db/stored'
import type { Call, Handler } from '../_platform/serve'
import { countUnread, meOf } from './me'
import { sessionNamed } from './session-key'

const SEEN_EVERY = 5 * MINUTE

/**
 * Keeps a session from idling out. One conditional write beside the reads: if it loses, whoever won keeps the account,
 * and the next call tries again.
 */
async function touch(
  { world, now, session, openid }: Call<typeof account.session>,
  before: StoredAccount,
): Promise<void> {
  const used = openid ? undefined : sessionNamed(before, session)
  if (!used || now.getTime() - used.seenAt.getTime() < SEEN_EVERY) return
  const sessions = before.sessions.map((record) => (record === used ? { ...record, seenAt: now } : record))
  await world.db.accounts.replace(before, { ...before, sessions })
}

export const session: Handler<typeof account.session> = async (call) => {
  const { account, world, openid } = call
  if (!account) return refuse('SIGNED_OUT')
  const [unread] = await Promise.all([countUnread(world.db, account._id), touch(call, account)])
  return accept({
    session: openid ? account._id : (call.session ?? ''),
    me: meOf(account, call, unread, world.settings),
  })
}
