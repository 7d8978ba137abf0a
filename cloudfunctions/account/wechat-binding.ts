import { accept } from '#domain/outcome'
import type { Cause } from '../_platform/db/aggregate'
import type { Content, Decision } from '../_platform/db/document'
import type { StoredAccount } from '../_platform/db/stored'
import { asSelf } from './author'
import type { Entering } from './entering'

const BINDINGS_READ = 10

/** The account without its binding, if the binding is still this openid's. */
export function unbound(before: StoredAccount, openid: string): Decision<StoredAccount, Record<string, never>, never> {
  const bound = before.wechat?.openid === openid
  const content: Content<StoredAccount> = bound ? { ...before, wechat: undefined } : before
  return accept({
    content,
    answer: {},
    audit: {
      author: asSelf(before),
      action: 'account.unbindWeChat',
      before: { wechat: bound },
      after: { wechat: false },
    },
  })
}

/** One openid opens one account, the one that it entered last: the others have to be entered anew. */
export async function unbindOthers({ world: { db }, cause, openid }: Entering, accountId: string): Promise<void> {
  if (!openid) return
  const order = { by: 'wechat.boundAt', direction: -1 } as const
  const accounts = await db.accounts.list({ 'wechat.openid': openid }, { order, limit: BINDINGS_READ })
  const others = accounts.filter(({ _id }) => _id !== accountId)
  const uncommanded: Cause = { request: cause.request, now: cause.now }
  await Promise.all(
    others.map((other) =>
      db.accounts.change(other._id, uncommanded, (before) => unbound(before ?? other, openid), { document: other }),
    ),
  )
}
