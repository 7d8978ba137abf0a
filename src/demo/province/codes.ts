import { DAY } from '#domain/limits'
import type { TicketOf } from '../../../cloudfunctions/_platform/db/stored'
import { accountId } from './accounts'
import type { OrgTree } from './orgs'

export type CodeSeed = Omit<TicketOf<'branchCode'>, 'rev' | 'v'>
export type ShownCode = { code: string; branch: string; note: string }

const LIFETIME = 60 * DAY
/** 22 characters, like a random one. */
const token = (word: string) => `sample-code-${word}`

/** Codes that are the same at every start, so that a picture or a test can name them: three that open, two that do not. */
export function codes(
  { main, offlineAtOnce, withoutOperator }: OrgTree,
  now: Date,
): { seeds: CodeSeed[]; shown: ShownCode[] } {
  const wanted = [
    { word: 'branch-001', org: main, by: 'secretary', note: '团支书林晓禾审核', age: 0 },
    { word: 'branch-002', org: offlineAtOnce, by: 'threePosts', note: '沈知远审核，实名一次不过就能线下核验', age: 0 },
    { word: 'branch-003', org: withoutOperator, by: 'superior', note: '支部没有运营者，由院系团委秦望舒审核', age: 0 },
    { word: 'expired-01', org: main, by: 'secretary', note: '已过期', age: LIFETIME + DAY },
    {
      word: 'revoked-01',
      org: main,
      by: 'secretary',
      note: '已作废',
      age: 2 * DAY,
      revokedAt: new Date(now.getTime() - DAY),
    },
  ]
  return {
    seeds: wanted.map(({ word, org, by, age, revokedAt }) => ({
      _id: token(word),
      kind: 'branchCode',
      orgId: org._id,
      subject: org._id,
      createdAt: new Date(now.getTime() - age),
      createdBy: accountId(by),
      expiresAt: new Date(now.getTime() - age + LIFETIME),
      ...(revokedAt ? { revokedAt } : {}),
    })),
    shown: wanted.map(({ word, org, note }) => ({ code: token(word), branch: org.alias ?? org.shortName, note })),
  }
}
