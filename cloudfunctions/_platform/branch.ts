import type { BranchView } from '#contract/shapes'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { isLeafBranch } from '#domain/org'
import type { Database } from './db/database'
import type { StoredOrg, StoredPost, StoredTicket } from './db/stored'

export type CodeRefusal = 'CODE_UNKNOWN' | 'CODE_OVER' | 'CODE_REVOKED'

/** Whether a code still opens its branch; the refusals tell why not. */
export function judgeCode(ticket: StoredTicket | undefined, now: Date): Outcome<string, CodeRefusal> {
  if (ticket?.kind !== 'branchCode') return refuse('CODE_UNKNOWN')
  if (ticket.revokedAt) return refuse('CODE_REVOKED', { at: ticket.revokedAt.toISOString() })
  return ticket.expiresAt <= now ? refuse('CODE_OVER', { at: ticket.expiresAt.toISOString() }) : accept(ticket.orgId)
}

export const operatorsOf = (db: Database, orgId: string): Promise<StoredPost[]> =>
  db.posts.list({ orgId, state: 'active', operator: true }, { limit: 50 })

/** An organisation's place in the tree and its secretary, as members are shown it. */
export async function branchView(db: Database, org: StoredOrg): Promise<BranchView> {
  const [ancestors, posts] = await Promise.all([
    db.orgs.findMany(org.path.filter((id) => id !== org._id)),
    db.posts.list({ orgId: org._id, state: 'active' }, { limit: 50 }),
  ])
  const names = org.path.map((id) => (id === org._id ? org : ancestors.find(({ _id }) => _id === id))?.shortName)
  const secretary = posts.find(({ titles }) => titles.includes('secretary'))
  return {
    id: org._id,
    name: org.alias ?? org.shortName,
    path: names.filter((name) => name !== undefined),
    ...(secretary ? { secretary: secretary.name } : {}),
  }
}

/**
 * Where a check-in is decided: the branch, or the next ancestor with an operator who is not the applicant.
 * `operators` are the branch's own; the tree is climbed only when they do not suffice.
 */
export async function reviewingOrg(
  db: Database,
  branch: StoredOrg,
  operators: readonly StoredPost[],
  applicant: string,
): Promise<StoredOrg> {
  const isAnother = ({ accountId }: StoredPost) => accountId !== applicant
  if (operators.some(isAnother)) return branch
  for (const id of [...branch.path].reverse().slice(1)) {
    const above = await operatorsOf(db, id)
    if (above.some(isAnother)) return (await db.orgs.find(id)) ?? branch
  }
  return branch
}

export const isOpenBranch = (org: StoredOrg | undefined): org is StoredOrg => org !== undefined && isLeafBranch(org)
