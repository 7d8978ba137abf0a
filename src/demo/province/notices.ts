import type { StoredNotice } from '../../../cloudfunctions/_platform/db/stored'
import type { PersonSeed } from './people'

export type NoticeSeed = Omit<StoredNotice, 'rev' | 'v'>

const to = (accountId: string, kind: NoticeSeed['kind'], at: Date, more: Partial<NoticeSeed>): NoticeSeed => ({
  _id: `seed:${kind}:${accountId}:${more.person ?? at.getTime()}`,
  accountId,
  at,
  read: false,
  kind,
  role: 'know',
  ...more,
})

/** What somebody was told about the decision on their own check-in. */
function aboutDecision({ _id, accountId, checkIn }: PersonSeed): NoticeSeed[] {
  if (!checkIn.decidedAt) return []
  if (checkIn.status === 'approved') return [to(accountId, 'checkInApproved', checkIn.decidedAt, { person: _id })]
  const reason = checkIn.returnReason ? { reason: checkIn.returnReason } : {}
  return [to(accountId, 'checkInReturned', checkIn.decidedAt, { person: _id, role: 'decide', ...reason })]
}

/** The inboxes of the personas: their own decisions, and what waits for them as operators. */
export function notices(
  people: readonly PersonSeed[],
  personas: ReadonlySet<string>,
  operatorOf: (orgId: string) => string | undefined,
): NoticeSeed[] {
  const own = people.filter(({ accountId }) => personas.has(accountId)).flatMap(aboutDecision)
  const waiting = people
    .filter(({ checkIn }) => checkIn.status === 'pending')
    .flatMap(({ _id, identity, checkIn, reviewOrgName }) => {
      const operator = operatorOf(checkIn.reviewOrg)
      if (!operator || !personas.has(operator)) return []
      const about = {
        name: identity.name,
        orgId: checkIn.reviewOrg,
        orgName: reviewOrgName,
        person: _id,
        role: 'decide' as const,
      }
      return [to(operator, 'checkInSubmitted', checkIn.submittedAt, about)]
    })
  return [...own, ...waiting]
}
