import { CADRE_POST_LABELS, CADRE_POSTS, type CadrePost } from './options'
import type { OrgType } from './org'

export const POST_STATES = ['entered', 'invited', 'joined', 'active', 'disabled', 'ended'] as const
export type PostState = (typeof POST_STATES)[number]
export const POST_STATE_LABELS: Record<PostState, string> = {
  entered: '已录入',
  invited: '已邀请',
  joined: '已加入',
  active: '在任',
  disabled: '已停用',
  ended: '已离任',
}

export const LEADING_TITLES = [
  'secretary',
  'deputySecretary',
  'standingMember',
  'committeeMember',
  'alternateMember',
  'staff',
] as const
export type LeadingTitle = (typeof LEADING_TITLES)[number]
export type PostTitle = CadrePost | LeadingTitle
export const POST_TITLE_LABELS: Record<PostTitle, string> = {
  ...CADRE_POST_LABELS,
  standingMember: '常委',
  committeeMember: '委员',
  alternateMember: '候补委员',
  staff: '工作人员',
}

/** What somebody holds in one organisation. There is one such document for each person and organisation. */
export type Post = {
  /** `<person>:<organisation>` */
  _id: string
  personId?: string
  accountId?: string
  orgId: string
  /** The cadre's own name, as entered. */
  name: string
  titles: readonly PostTitle[]
  /** What the post is called where the list has no word for it (`other`). */
  otherTitle?: string
  state: PostState
  operator: boolean
  /** `YYYY-MM` */
  since: string
}

export const titlesFor = (type: OrgType): readonly PostTitle[] =>
  type === 'leadingBody' ? LEADING_TITLES : CADRE_POSTS

/** `书记、组织委员`: the titles of a post in words. */
export const titleLabel = ({ titles, otherTitle }: Pick<Post, 'titles' | 'otherTitle'>): string =>
  titles.map((title) => (title === 'other' && otherTitle ? otherTitle : POST_TITLE_LABELS[title])).join('、')

/** Only a post in force gives rights. */
export const isInForce = ({ state }: Pick<Post, 'state'>): boolean => state === 'active'
