import type { Entered } from '#contract/account'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { resolveCaller } from '../_platform/caller'
import type { Content } from '../_platform/db/document'
import type { StoredAccount } from '../_platform/db/stored'
import { asSelf } from './author'
import { withConsent, type Consent } from './consent'
import type { Entering } from './entering'
import { countUnread, meOf } from './me'
import { findByPhone, newAccount } from './phone-account'
import { issueKey } from './session-key'
import { unbindOthers } from './wechat-binding'

type Entrance = {
  action: 'account.register' | 'account.logInByPassword' | 'account.logInByCode' | 'account.enterByWeChatPhone'
  consent?: Consent | undefined
  passwordHash?: string | undefined
}
type EnterRefusal = 'COMMAND_REUSED' | 'BUSY'

const facts = (account: Content<StoredAccount> | undefined) => ({
  sessions: account?.sessions.length ?? 0,
  wechat: account?.wechat !== undefined,
  password: account?.passwordHash !== undefined,
})

/**
 * Gives a key to somebody who has proved that the account is theirs, in one write with whatever else entering changes.
 * The stored answer of the command is only the key's mark: a retry finds it, sees that its own key was not written,
 * and writes it outside the command. So no secret lies in the database, and a lost answer costs nothing.
 */
async function enter(
  call: Entering,
  account: Content<StoredAccount>,
  { action, consent, passwordHash }: Entrance,
  loaded?: StoredAccount,
): Promise<Outcome<Entered, EnterRefusal>> {
  const { world, now, cause } = call
  const key = issueKey(call, account._id)
  for (const reason of [cause, { request: cause.request, now }]) {
    const written = await world.db.accounts.change<string, never>(
      account._id,
      reason,
      (stored) => {
        const before = stored ?? account
        const consenting = consent ? withConsent(before, consent, now) : before
        const content = key.addTo({ ...consenting, ...(passwordHash ? { passwordHash } : {}) })
        const audit = { author: asSelf(account), action, before: facts(stored), after: facts(content) }
        return accept({ content, answer: key.mark, audit })
      },
      { document: loaded },
    )
    if (!written.ok) return written
    if (written.value === key.mark) return entered(call, account._id, key.session)
  }
  return refuse('BUSY')
}

/** Reads what a caller with this key is, as every later call will. */
async function entered(call: Entering, accountId: string, session: string): Promise<Outcome<Entered, 'BUSY'>> {
  const { world, now, openid } = call
  const envelope = { verb: '', input: undefined, session }
  const [caller, unread] = await Promise.all([
    resolveCaller(world.db, envelope, openid, { self: true, posts: true }, now),
    countUnread(world.db, accountId),
    unbindOthers(call, accountId),
  ])
  // another key may have taken this one's place meanwhile: a newer binding, five newer sessions
  if (caller.account?._id !== accountId) return refuse('BUSY')
  return accept({ session, me: meOf(caller.account, caller, unread, world.settings) })
}

export const enterAccount = (call: Entering, account: StoredAccount, entrance: Entrance) =>
  enter(call, account, entrance, account)

/** Makes the account and enters it; undefined if the phone has got one meanwhile. */
export async function enterNewAccount(
  call: Entering,
  phone: string,
  entrance: Entrance,
): Promise<Outcome<Entered, EnterRefusal> | undefined> {
  const made = await enter(call, newAccount(call.world, phone), entrance)
  return !made.ok && made.code === 'BUSY' && (await findByPhone(call.world, phone)) ? undefined : made
}

/** For a phone that is proved: into its account, or into a new one. */
export async function enterByPhone(
  call: Entering,
  phone: string,
  account: StoredAccount | undefined,
  entrance: Entrance,
): Promise<Outcome<Entered, EnterRefusal>> {
  if (account) return enterAccount(call, account, entrance)
  const made = await enterNewAccount(call, phone, entrance)
  if (made) return made
  const meanwhile = await findByPhone(call.world, phone)
  return meanwhile ? enterAccount(call, meanwhile, entrance) : refuse('BUSY')
}
