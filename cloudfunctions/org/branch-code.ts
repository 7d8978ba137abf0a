import { createHmac } from 'node:crypto'
import type { CodeView, org } from '#contract/org'
import { DAY } from '#domain/limits'
import { isLeafBranch } from '#domain/org'
import { permits } from '#domain/permissions'
import { openapi } from '../_platform/cloud'
import type { StoredOrg, TicketOf } from '../_platform/db/stored'
import type { Call } from '../_platform/serve'
import { iso } from '../_platform/views'
import type { World } from '../_platform/world'

export type CodeCall = Call<(typeof org)['code']>
export type BranchCode = TicketOf<'branchCode'>

const LIFETIME = 60 * DAY
const PAGE = 'pages/branch/index'
/** Only the newest can be valid, except between the two steps of a renewal that broke off. */
const CODES_READ = 20

/** The branch that the caller operates. */
export const operatedBranch = ({ actor, acting }: CodeCall): StoredOrg | undefined =>
  acting && isLeafBranch(acting) && permits('branchCode', actor, { orgId: acting._id }) ? acting : undefined

/** A branch's codes, newest first. */
export async function codesOf({ db }: World, orgId: string): Promise<BranchCode[]> {
  const order = { by: 'createdAt', direction: -1 } as const
  const tickets = await db.tickets.list({ subject: orgId, kind: 'branchCode' }, { order, limit: CODES_READ })
  return tickets.filter((ticket) => ticket.kind === 'branchCode')
}

export const isValid = ({ revokedAt, expiresAt }: BranchCode, now: Date) => !revokedAt && expiresAt > now

/**
 * Makes a code. It follows from what it is made for, under a key that nobody has: unguessable like a random one, yet a
 * second try makes the same one again instead of another.
 */
export async function makeBranchCode(
  { world, now, actor }: CodeCall,
  orgId: string,
  basis: string,
): Promise<BranchCode> {
  const secret = createHmac('sha256', world.keys.signing).update(`branchCode\u0000${orgId}\u0000${basis}`).digest()
  const code = {
    _id: secret.subarray(0, 16).toString('base64url'),
    kind: 'branchCode' as const,
    orgId,
    subject: orgId,
    createdAt: now,
    expiresAt: new Date(now.getTime() + LIFETIME),
    createdBy: actor.kind === 'account' ? actor.accountId : '',
  }
  await world.db.tickets.insert(code)
  const stored = await world.db.tickets.find(code._id)
  if (stored?.kind !== 'branchCode') throw new Error('a code that was just written is gone')
  return stored
}

async function imageOf(code: string): Promise<string | undefined> {
  try {
    const { buffer, contentType } = await openapi.wxacode.getUnlimited({ scene: code, page: PAGE, checkPath: false })
    return `data:${contentType};base64,${Buffer.from(buffer).toString('base64')}`
  } catch {
    return undefined // the code can be typed all the same
  }
}

export async function codeView(branch: StoredOrg, { _id, expiresAt }: BranchCode): Promise<CodeView> {
  const image = await imageOf(_id)
  return {
    code: _id,
    branchName: branch.alias ?? branch.shortName,
    expiresAt: iso(expiresAt),
    ...(image ? { image } : {}),
  }
}
