import type { Me } from '#contract/account'
import { titleLabel } from '#domain/post'
import type { Caller } from '../_platform/caller'
import type { Database } from '../_platform/db/database'
import type { StoredAccount } from '../_platform/db/stored'
import type { Settings } from '../_platform/settings'
import { missingConsents } from './consent'

/** The page shows 99+ beyond this: nobody counts on. */
const UNREAD_COUNTED = 100

export async function countUnread(db: Database, accountId: string): Promise<number> {
  const rows = await db.notices.list({ accountId, read: false }, { limit: UNREAD_COUNTED, fields: ['_id'] })
  return rows.length
}

/** Who somebody is, out of what has been read already. */
export function meOf(
  account: StoredAccount,
  { posts, self }: Pick<Caller, 'posts' | 'self'>,
  unread: number,
  { templates }: Settings,
): Me {
  const name = self?.identity.name ?? posts[0]?.name
  return {
    phoneMask: account.phoneMask,
    ...(name ? { name } : {}),
    hasPassword: account.passwordHash !== undefined,
    asksConsent: missingConsents(account),
    ...(self ? { checkIn: { status: self.checkIn.status, branchName: self.branchName } } : {}),
    hasDraft: account.draft !== undefined,
    posts: posts.map((post) => ({
      orgId: post.orgId,
      orgName: post.orgName,
      title: titleLabel(post),
      operator: post.operator,
    })),
    unread,
    messageTemplates: Object.values(templates).filter((template) => template !== ''),
  }
}
