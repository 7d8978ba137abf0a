import { CONSENT_VERSIONS } from '#contract/account'
import { maskPhone } from '#domain/masks'
import type { Org } from '#domain/org'
import type { Post } from '#domain/post'
import { keyedHash } from '../../cloudfunctions/_platform/crypto/keyed-hash'
import { sealAccount } from '../../cloudfunctions/_platform/crypto/sealed-fields'
import { digest, newSecret, newToken } from '../../cloudfunctions/_platform/crypto/token'
import type { Stage } from './stage'

/** Where builders build: any database of the product, and a clock. */
export type Ground = Pick<Stage, 'world' | 'time'>

let made = 0
const next = () => (made += 1)

/** What every account and person carries before anything has happened to it. */
export const untouched = { commands: [], outbox: [], dueAt: null, auditHead: '' }

/** Free phone numbers, one after the other, none of them anybody's on purpose. */
export const aPhone = () => `138${String(next()).padStart(8, '0')}`
/** An openid that nobody had before. */
export const anOpenid = () => `openid-${next()}`

/** An organisation below `parent`; without one it is the root of its own tree. */
export async function anOrg(
  stage: Ground,
  { parent, ...given }: Partial<Omit<Org, 'path'>> & { parent?: Pick<Org, '_id' | 'path'> } = {},
): Promise<Org> {
  const id = given._id ?? String(10_000_000 + next())
  const org: Org = {
    _id: id,
    type: 'branch',
    fullName: `示例学院第${id}团支部`,
    shortName: `示例团支部${id}`,
    settings: { offlineAtOnce: false },
    active: true,
    ...(parent ? { parentId: parent._id } : {}),
    ...given,
    path: [...(parent?.path ?? []), id],
  }
  await stage.world.db.orgs.insert(org)
  return org
}

export type Province = { province: Org; school: Org; committee: Org; branch: Org }

/** A province with one school, one committee and one branch under each other. */
export async function aProvince(stage: Ground): Promise<Province> {
  const province = await anOrg(stage, { type: 'leadingBody', fullName: '共青团示例省委员会', shortName: '示例省团委' })
  const school = await anOrg(stage, { type: 'grassrootsCommittee', shortName: '示例大学团委', parent: province })
  const committee = await anOrg(stage, { type: 'grassrootsCommittee', shortName: '示例学院团委', parent: school })
  return { province, school, committee, branch: await anOrg(stage, { parent: committee }) }
}

/** A post in force. By default its holder is secretary and operates the organisation. */
export async function aPost(
  stage: Ground,
  { accountId, org, ...given }: Partial<Post> & { accountId: string; org: Org },
): Promise<Post> {
  const post: Post = {
    _id: `${accountId}:${org._id}`,
    accountId,
    orgId: org._id,
    name: '王书记',
    titles: ['secretary'],
    state: 'active',
    operator: true,
    since: '2025-09',
    ...given,
  }
  await stage.world.db.posts.insert({ ...post, orgName: org.alias ?? org.shortName })
  return post
}

export type AnAccount = { id: string; session: string; phone: string; openid?: string }

/** Somebody who has entered and agreed to everything: in WeChat with an openid, elsewhere with a session. */
export async function anAccount(
  stage: Ground,
  { phone = aPhone(), openid, passwordHash }: { phone?: string; openid?: string; passwordHash?: string } = {},
): Promise<AnAccount> {
  const { world, time } = stage
  const { field, index } = world.keys
  const [id, secret, at] = [newToken(), newSecret(), time.now]
  await world.db.accounts.insert({
    ...untouched,
    _id: id,
    phoneHash: keyedHash(index, 'phone', phone),
    phoneMask: maskPhone(phone),
    ...sealAccount(field, id, phone),
    sessions: openid ? [] : [{ hash: digest(secret), createdAt: at, seenAt: at }],
    ...(openid ? { wechat: { openid, boundAt: at } } : {}),
    ...(passwordHash ? { passwordHash } : {}),
    consents: [
      { kind: 'privacy', version: CONSENT_VERSIONS.privacy, at },
      { kind: 'idData', version: CONSENT_VERSIONS.idData, at },
    ],
  })
  return { id, phone, session: openid ? id : `${id}.${secret}`, ...(openid ? { openid } : {}) }
}
