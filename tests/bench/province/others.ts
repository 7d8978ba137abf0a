import { CONSENT_VERSIONS } from '#contract/account'
import type { OrgSeed } from '../../../src/demo/province/orgs'
import { untouched, type AccountSeed } from '../../../src/demo/province/accounts'
import type { PostSeed } from '../../../src/demo/province/cadres'
import type { NoticeSeed } from '../../../src/demo/province/notices'
import type { StoredAudit } from '../../../cloudfunctions/_platform/db/stored'
import { accountOf, NOW, personIdOf } from './people'

export type AuditSeed = Omit<StoredAudit, 'rev' | 'v'>

/** Somebody in the first branch of members: their inbox and their list of looks fill a page, the others' hold one row. */
export const READER = 40
const OF_READER = 30
const before = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

const notice = (place: number, nth: number): NoticeSeed => ({
  _id: `notice:${place}:${nth}`,
  accountId: accountOf(place),
  at: before((place % 50_000) + nth),
  read: nth > 3,
  kind: 'checkInApproved',
  role: 'know',
  person: personIdOf(place),
  orgName: '示例团支部',
})

const look = (place: number, nth: number): AuditSeed => {
  const object = `people:${personIdOf(place)}`
  const author = { kind: 'cadre', accountId: 'reader', name: '王书记', orgId: '94000005', title: '团支部书记' } as const
  const at = before((place % 50_000) + nth)
  return {
    _id: `audit:${place}:${nth}`,
    id: `audit:${place}:${nth}`,
    at,
    author,
    actor: author.accountId,
    action: 'review.reveal',
    object,
    look: object,
    org: author.orgId,
    purpose: 'checkDocument',
    request: `request ${place}`,
    previous: '',
    hash: personIdOf(nth).slice(2),
  }
}

export const noticesOf = (place: number): NoticeSeed[] =>
  Array.from({ length: place === READER ? OF_READER : 1 }, (_, nth) => notice(place, nth))
export const looksOf = (place: number): AuditSeed[] =>
  Array.from({ length: place === READER ? OF_READER : 1 }, (_, nth) => look(place, nth))

/** An account that WeChat knows by an openid of the same name. */
export const anAccountOf = (id: string): AccountSeed => ({
  ...untouched,
  _id: id,
  phoneHash: id,
  phoneMask: '138****0000',
  sealedPhone: '',
  sessions: [],
  wechat: { openid: id, boundAt: before(100_000) },
  consents: [{ kind: 'privacy', version: CONSENT_VERSIONS.privacy, at: before(100_000) }],
})

/** Who works at a desk: named after the organisation. */
export const deskOf = ({ _id }: Pick<OrgSeed, '_id'>) => `desk-${_id}`
export const postAt = (org: OrgSeed): PostSeed => ({
  _id: `${deskOf(org)}:${org._id}`,
  accountId: deskOf(org),
  orgId: org._id,
  orgName: org.shortName,
  name: '王书记',
  titles: ['secretary'],
  state: 'active',
  operator: true,
  since: '2025-09',
})
