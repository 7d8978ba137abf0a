import { titleLabel, type PostTitle } from '#domain/post'
import type { Cadre } from '#domain/permissions'
import type { StoredPost } from '../../../cloudfunctions/_platform/db/stored'
import { accountId } from './accounts'
import type { OrgSeed } from './orgs'

export type PostSeed = Omit<StoredPost, 'rev' | 'v'>
export type Holder = { key: string; name: string }

/** Who holds which post, and who therefore decides what. */
export function cadres(since: string) {
  const posts: PostSeed[] = []
  const operators = (orgId: string) => posts.filter((post) => post.orgId === orgId && post.operator)
  return {
    posts,
    appoint(org: OrgSeed, { key, name }: Holder, titles: readonly PostTitle[], operator: boolean): void {
      const account = accountId(key)
      posts.push({
        _id: `${account}:${org._id}`,
        accountId: account,
        orgId: org._id,
        orgName: org.alias ?? org.shortName,
        name,
        titles,
        state: 'active',
        operator,
        since,
      })
    },
    /** The signature of whoever decides in this organisation, if it is not the applicant. */
    reviewer(orgId: string, applicant: string): Cadre | undefined {
      const post = operators(orgId).find((each) => each.accountId !== applicant)
      return post?.accountId
        ? { kind: 'cadre', accountId: post.accountId, name: post.name, orgId, title: titleLabel(post) }
        : undefined
    },
  }
}
export type Cadres = ReturnType<typeof cadres>
