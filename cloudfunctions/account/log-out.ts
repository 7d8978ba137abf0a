import type { account } from '#contract/account'
import { accept, refuse } from '#domain/outcome'
import type { Decision } from '../_platform/db/document'
import type { StoredAccount } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { asSelf } from './author'
import { sessionNamed } from './session-key'
import { unbound } from './wechat-binding'

type LoggedOut = Decision<StoredAccount, Record<string, never>, never>

function withoutSession(before: StoredAccount, session: string | undefined): LoggedOut {
  const named = sessionNamed(before, session)
  const sessions = before.sessions.filter((record) => record !== named)
  return accept({
    content: { ...before, sessions },
    answer: {},
    audit: {
      author: asSelf(before),
      action: 'account.logOut',
      before: { sessions: before.sessions.length },
      after: { sessions: sessions.length },
    },
  })
}

/** In WeChat the openid is let go, elsewhere this one session ends. A retry finds nobody logged in, which is what was wanted. */
export const logOut: Handler<typeof account.logOut> = async ({ account, world, cause, openid, session }) => {
  if (!account) return refuse('SIGNED_OUT')
  return world.db.accounts.change(
    account._id,
    cause,
    (stored) => (openid ? unbound(stored ?? account, openid) : withoutSession(stored ?? account, session)),
    { document: account },
  )
}
