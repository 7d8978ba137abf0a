import { digest, newSecret } from '../_platform/crypto/token'
import type { SessionRecord, StoredAccount } from '../_platform/db/stored'
import type { Entering } from './entering'

const SESSIONS_KEPT = 5

type Keys = Pick<StoredAccount, 'sessions' | 'wechat'>

export type IssuedKey = {
  /** What the client keeps. In WeChat it only names the account, elsewhere it is the proof. */
  session: string
  /** What may be stored and compared: tells this key from every other, opens nothing. */
  mark: string
  addTo: <A extends Keys>(account: A) => A
}

/** What opens an account from now on: the openid in WeChat, a secret elsewhere. */
export function issueKey({ openid, now }: Entering, accountId: string): IssuedKey {
  if (openid) {
    const wechat = { openid, boundAt: now }
    return { session: accountId, mark: accountId, addTo: (account) => ({ ...account, wechat }) }
  }
  const secret = newSecret()
  const record: SessionRecord = { hash: digest(secret), createdAt: now, seenAt: now }
  return {
    session: `${accountId}.${secret}`,
    mark: record.hash,
    addTo: (account) => ({ ...account, sessions: [...account.sessions, record].slice(-SESSIONS_KEPT) }),
  }
}

/** The record of the session that a caller names, if it is one of the account's. */
export const sessionNamed = ({ sessions }: Keys, session: string | undefined): SessionRecord | undefined => {
  const hash = digest(session?.split('.')[1] ?? '')
  return sessions.find((record) => record.hash === hash)
}
