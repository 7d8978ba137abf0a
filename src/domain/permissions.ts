import type { Author } from './person'

/** A post that the account holds. `name` is the cadre's own name as entered there: it signs decisions. */
export type HeldPost = { orgId: string; title: string; operator: boolean; name: string }
/** The post in which somebody acts now; `path` runs from the province down to the organisation itself. */
export type ActingPost = HeldPost & { path: readonly string[] }

/** Who asks. A timer is an actor too. `memberOf` is the branch, once the check-in is approved. */
export type Actor =
  | { kind: 'visitor' }
  | { kind: 'account'; accountId: string; posts: readonly HeldPost[]; acting?: ActingPost; memberOf?: string }
  | { kind: 'system'; job: string }

export type Cadre = Extract<Author, { kind: 'cadre' }>

type Nothing = unknown
type Own = { accountId: string }
type UnderReview = { reviewOrg: string; accountId: string }

/** What each permission looks at when it judges one object. */
type Objects = {
  anyone: Nothing
  openCode: Nothing
  account: Nothing
  ownCheckIn: Own
  ownProfile: Own
  inbox: Own
  reviewCheckIn: UnderReview
  decideCheckIn: UnderReview
  revealIdNumber: UnderReview & { memberOf?: string }
  reviewProfileChange: UnderReview
  decideProfileChange: UnderReview
  branchCode: { orgId: string }
  timer: Nothing
}
export type PermissionKey = keyof Objects
export type PermissionObject<K extends PermissionKey> = Objects[K]

export type Permission<O> = {
  /** The sentence that pages and the generated matrix show. */
  says: string
  /** Could this actor ever do it, whatever the object? Decides menus and the first gate. */
  may: (actor: Actor) => boolean
  /** May this actor do it to this object? Asked only of those who may. */
  on: (actor: Actor, object: O) => boolean
}

const always = () => true
const hasAccount = (actor: Actor) => actor.kind === 'account'
const isSystem = (actor: Actor) => actor.kind === 'system'
const isMember = (actor: Actor) => actor.kind === 'account' && actor.memberOf !== undefined
const isOperator = (actor: Actor) => actor.kind === 'account' && actor.acting?.operator === true
const isSelf = (actor: Actor, { accountId }: Own) => actor.kind === 'account' && actor.accountId === accountId
const operates = (actor: Actor, orgId: string) =>
  actor.kind === 'account' && actor.acting?.operator === true && actor.acting.orgId === orgId
const operatesReview = (actor: Actor, { reviewOrg }: UnderReview) => operates(actor, reviewOrg)
const operatesReviewOfAnother = (actor: Actor, object: UnderReview) =>
  operatesReview(actor, object) && !isSelf(actor, object)

/** Every right of the product as a sentence. A right absent from this table does not exist. */
export const PERMISSIONS: { readonly [K in PermissionKey]: Permission<Objects[K]> } = {
  anyone: { says: '任何人都可以', may: always, on: always },
  openCode: { says: '任何人都可以打开二维码，查看它指向的团支部', may: always, on: always },
  account: { says: '登录后可以', may: hasAccount, on: always },
  ownCheckIn: { says: '本人可以填写、提交、撤回、查看自己的报到', may: hasAccount, on: isSelf },
  ownProfile: { says: '报到通过后，本人可以查看和修改自己的资料', may: isMember, on: isSelf },
  inbox: { says: '本人可以查看自己的消息', may: hasAccount, on: isSelf },
  reviewCheckIn: {
    says: '负责审核的组织的运营者，以该组织身份，可以查看待审核的报到',
    may: isOperator,
    on: operatesReview,
  },
  decideCheckIn: {
    says: '负责审核的组织的运营者，以该组织身份，可以审核报到；任何人不能审核自己的报到',
    may: isOperator,
    on: operatesReviewOfAnother,
  },
  revealIdNumber: {
    says: '报到通过前由负责审核的组织、通过后由团员所在团支部的运营者，可以查看完整证件号码；每次查看都有记录',
    may: isOperator,
    on: (actor, { memberOf, reviewOrg }) => operates(actor, memberOf ?? reviewOrg),
  },
  reviewProfileChange: {
    says: '负责审核的组织的运营者，以该组织身份，可以查看资料修改申请',
    may: isOperator,
    on: operatesReview,
  },
  decideProfileChange: {
    says: '负责审核的组织的运营者，以该组织身份，可以审核资料修改；任何人不能审核自己的修改',
    may: isOperator,
    on: operatesReviewOfAnother,
  },
  branchCode: {
    says: '团支部的运营者可以生成本支部的报到二维码',
    may: isOperator,
    on: (actor, { orgId }) => operates(actor, orgId),
  },
  timer: { says: '只有系统的定时任务可以', may: isSystem, on: always },
}

/** Whether the actor has the right: in general without an object, on this very object with one. */
export const permits = <K extends PermissionKey>(key: K, actor: Actor, object?: PermissionObject<K>): boolean => {
  const permission = PERMISSIONS[key]
  if (!permission.may(actor)) return false
  return object === undefined || permission.on(actor, object)
}

/** The signature under a cadre's decision, or nothing for somebody who acts in no post. */
export const cadreOf = (actor: Actor): Cadre | undefined => {
  if (actor.kind !== 'account' || !actor.acting) return undefined
  const { name, orgId, title } = actor.acting
  return { kind: 'cadre', accountId: actor.accountId, name, orgId, title }
}
