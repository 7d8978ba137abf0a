import type { Envelope } from '#contract/client'
import { SESSION } from '#domain/limits'
import type { Actor, HeldPost } from '#domain/permissions'
import { titleLabel } from '#domain/post'
import { digest, sameText } from './crypto/token'
import type { Database } from './db/database'
import type { StoredAccount, StoredOrg, StoredPerson, StoredPost } from './db/stored'

/** Whom a request comes from, and the documents that say so. */
export type Caller = {
  actor: Actor
  account?: StoredAccount
  /** The caller's own check-in, where the permission speaks of it. */
  self?: StoredPerson
  /** The organisation in which the caller acts. */
  acting?: StoredOrg
  posts: readonly StoredPost[]
}

export type Wants = { self: boolean; posts: boolean }
const SESSION_TOKEN = /^([\w-]{1,64})\.([\w-]{43})$/

/** The newest of an account's documents: an older one is left from a number typed wrongly before. */
const newest = (people: readonly StoredPerson[]): StoredPerson | undefined =>
  [...people].sort((a, b) => b.checkIn.submittedAt.getTime() - a.checkIn.submittedAt.getTime())[0]

const isAlive = (account: StoredAccount, secret: string, now: Date): boolean =>
  account.sessions.some(
    ({ hash, createdAt, seenAt }) =>
      sameText(hash, digest(secret)) &&
      now.getTime() - createdAt.getTime() < SESSION.mobile.absolute &&
      now.getTime() - seenAt.getTime() < SESSION.mobile.idle,
  )

/** In WeChat the openid proves the account and the session only names it; elsewhere the session is the proof. */
function proves(
  account: StoredAccount | undefined,
  envelope: Envelope,
  openid: string | undefined,
  now: Date,
): account is StoredAccount {
  if (!account) return false
  if (openid) return account.wechat?.openid === openid
  const secret = SESSION_TOKEN.exec(envelope.session ?? '')?.[2]
  return secret !== undefined && isAlive(account, secret, now)
}

const heldPost = (post: StoredPost): HeldPost => ({
  orgId: post.orgId,
  title: titleLabel(post),
  operator: post.operator,
  name: post.name,
})

/**
 * One round trip in the usual case: the session names the account, so account, posts, organisation and person are read together.
 * Only the first call in WeChat has to look the account up by its openid.
 */
export async function resolveCaller(
  db: Database,
  envelope: Envelope,
  openid: string | undefined,
  wants: Wants,
  now: Date,
): Promise<Caller> {
  const named = openid ? envelope.session : SESSION_TOKEN.exec(envelope.session ?? '')?.[1]
  const found = named ? await readAround(db, named, envelope.actingOrg, wants) : undefined
  if (found && proves(found.account, envelope, openid, now)) return callerOf(found.account, found)
  if (!openid) return { actor: { kind: 'visitor' }, posts: [] }

  const [account] = await db.accounts.list(
    { 'wechat.openid': openid },
    { order: { by: 'wechat.boundAt', direction: -1 }, limit: 1 },
  )
  if (!account) return { actor: { kind: 'visitor' }, posts: [] }
  return callerOf(account, await readAround(db, account._id, envelope.actingOrg, wants, account))
}

type Around = Omit<Caller, 'actor'>

async function readAround(
  db: Database,
  accountId: string,
  actingOrg: string | undefined,
  wants: Wants,
  known?: StoredAccount,
): Promise<Around> {
  const [account, posts, acting, people] = await Promise.all([
    known ?? db.accounts.find(accountId),
    wants.posts || actingOrg ? db.posts.list({ accountId, state: 'active' }, { limit: 100 }) : [],
    actingOrg ? db.orgs.find(actingOrg) : undefined,
    wants.self ? db.people.list({ accountId }, { limit: 5 }) : [],
  ])
  const self = newest(people)
  return { ...(account ? { account } : {}), ...(acting ? { acting } : {}), ...(self ? { self } : {}), posts }
}

function callerOf(account: StoredAccount, { posts, acting, self }: Around): Caller {
  const held = posts.map(heldPost)
  const post = acting?.active ? held.find(({ orgId }) => orgId === acting._id) : undefined
  const memberOf = self?.membership?.branchId
  return {
    actor: {
      kind: 'account',
      accountId: account._id,
      posts: held,
      ...(post && acting ? { acting: { ...post, path: acting.path } } : {}),
      ...(memberOf ? { memberOf } : {}),
    },
    account,
    posts,
    ...(self ? { self } : {}),
    ...(post && acting ? { acting } : {}),
  }
}
