import type { review } from '#contract/review'
import { accept, refuse } from '#domain/outcome'
import { waitsUntil } from '#domain/real-name'
import { reviewHints } from '#domain/review-hints'
import { changeView } from '../_platform/change-view'
import type { StoredOrg, StoredPerson } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { authorView, filedValues, historyView, iso, maybeIso } from '../_platform/views'
import { seen } from './reviewable'

/** After the failed re-check; at the first failure where the organisation has chosen so. */
const offlineOpen = ({ realName, checkIn }: StoredPerson, { settings }: StoredOrg) =>
  checkIn.status === 'pending' &&
  (realName.status === 'failed' ||
    (settings.offlineAtOnce && realName.status === 'verifying' && realName.failedChecks.length > 0))

const hintView = ({ level, code, detail }: ReturnType<typeof reviewHints>[number]) => ({
  level,
  code,
  ...(detail
    ? {
        detail: Object.fromEntries(
          Object.entries(detail).map(([key, value]) => [key, typeof value === 'object' ? [...value] : value]),
        ),
      }
    : {}),
})

export const detail: Handler<typeof review.detail> = async ({ input, actor, acting, world, now }) => {
  const target = seen(actor, await world.db.people.find(input.person))
  if (!target.ok || !acting || actor.kind !== 'account') return refuse('NOT_FOUND')
  const person = target.value
  const { checkIn, realName } = person
  return accept({
    person: person._id,
    version: checkIn.version,
    status: checkIn.status,
    realName: {
      status: realName.status,
      failedChecks: realName.failedChecks.map(iso),
      ...maybeIso('until', waitsUntil(realName)),
    },
    offlineOpen: offlineOpen(person, acting),
    own: person.accountId === actor.accountId,
    submittedAt: iso(checkIn.submittedAt),
    ...maybeIso('decidedAt', checkIn.decidedAt),
    ...(checkIn.decidedBy ? { decidedBy: authorView(checkIn.decidedBy) } : {}),
    ...(checkIn.returnReason ? { returnReason: checkIn.returnReason } : {}),
    markedFields: [...(checkIn.markedFields ?? [])],
    ...(checkIn.offline ? { explanation: checkIn.offline.explanation } : {}),
    photoCount: checkIn.offline?.photos.length ?? 0,
    letterPhotoCount: person.letterFiles?.length ?? 0,
    branchName: person.branchName,
    values: filedValues(person),
    hints: reviewHints(person, acting, now).map(hintView),
    ...(person.change ? { change: changeView(person) } : {}),
    history: checkIn.history.map(historyView),
  })
}
