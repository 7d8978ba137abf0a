import type { checkin, MyCheckIn } from '#contract/checkin'
import { HOUR } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { titleLabel } from '#domain/post'
import { waitsUntil } from '#domain/real-name'
import { branchView, operatorsOf } from '../_platform/branch'
import { changeView } from '../_platform/change-view'
import type { Database } from '../_platform/db/database'
import type { StoredAccount, StoredPerson } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { authorView, filedValues, historyView, iso, maybeIso } from '../_platform/views'

/** A draft counts until it has been handed in: submitting need not touch the account for that. */
export const draftOf = ({ draft }: StoredAccount, self: StoredPerson | undefined) =>
  draft && (!self || draft.savedAt > self.checkIn.submittedAt) ? draft : undefined

async function whoReviews(
  db: Database,
  { checkIn, reviewOrgName, accountId }: StoredPerson,
): Promise<NonNullable<MyCheckIn['reviewer']>> {
  const operators = await operatorsOf(db, checkIn.reviewOrg)
  const [operator] = operators.filter((post) => post.accountId !== accountId)
  return { orgName: reviewOrgName, ...(operator ? { name: operator.name, title: titleLabel(operator) } : {}) }
}

/** The branch is reminded after 24 and after 48 hours; afterwards there is nothing more to announce. */
const remindsAt = ({ checkIn }: StoredPerson, now: Date): Date | undefined =>
  [24, 48].map((hours) => new Date(checkIn.submittedAt.getTime() + hours * HOUR)).find((at) => at > now)

function realNameView({ realName }: StoredPerson) {
  const until = waitsUntil(realName)
  return { status: realName.status, startedAt: iso(realName.startedAt), ...maybeIso('until', until) }
}

export const mine: Handler<typeof checkin.mine> = async ({ account, self, world, now }) => {
  if (!account) return refuse('SIGNED_OUT')
  const draft = draftOf(account, self)
  const drafted = draft ? { draft: { ...draft, savedAt: iso(draft.savedAt) } } : {}
  if (!self) return accept({ status: 'draft', version: 0, markedFields: [], history: [], ...drafted })

  const { checkIn } = self
  const waits = checkIn.status === 'pending'
  const [org, reviewer] = await Promise.all([
    world.db.orgs.find(checkIn.branchId),
    waits ? whoReviews(world.db, self) : undefined,
  ])
  const branch = org && (await branchView(world.db, org))
  return accept({
    status: checkIn.status,
    version: checkIn.version,
    submittedAt: iso(checkIn.submittedAt),
    realName: realNameView(self),
    markedFields: [...(checkIn.markedFields ?? [])],
    values: filedValues(self),
    history: checkIn.history.map(historyView),
    ...(branch ? { branch } : {}),
    ...(reviewer ? { reviewer } : {}),
    ...(waits ? maybeIso('remindsAt', remindsAt(self, now)) : {}),
    ...maybeIso('decidedAt', checkIn.decidedAt),
    ...(checkIn.decidedBy ? { decidedBy: authorView(checkIn.decidedBy) } : {}),
    ...(checkIn.returnReason ? { returnReason: checkIn.returnReason } : {}),
    ...(self.change ? { change: changeView(self) } : {}),
    ...drafted,
  })
}
