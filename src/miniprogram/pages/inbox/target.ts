import type { NoticeKind, NoticeView } from '#contract/notice'
import { type RouteName, urlOf } from '../../member/routes'

/** The page of a member's own messages; the others belong to a person whom a cadre deals with. */
const OWN: Partial<Record<NoticeKind, RouteName>> = {
  checkInApproved: 'home',
  checkInReturned: 'returned',
  changeApplied: 'profile',
  changeReturned: 'change',
}

/** Where a message leads. */
export const targetOf = ({ kind, person, orgId }: NoticeView): string => {
  const own = OWN[kind]
  if (own) return urlOf(own)
  return person ? urlOf('cadreDetail', { person, org: orgId }) : urlOf('choosePost')
}
