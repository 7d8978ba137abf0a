import { QueueRow, type review } from '#contract/review'
import { accept, refuse } from '#domain/outcome'
import { compareToRoster } from '#domain/review-hints'
import { normaliseName } from '#domain/text'
import type { Order } from '../_platform/db/cursor'
import type { Filter } from '../_platform/db/filter'
import { readPage } from '../_platform/db/page'
import type { StoredPerson } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { iso, maybeIso } from '../_platform/views'

/** The waiting ones oldest first; the decided ones by decision, newest first. */
const ORDER: Record<'pending' | 'returned' | 'approved', Order> = {
  pending: { by: 'checkIn.submittedAt', direction: 1 },
  returned: { by: 'checkIn.decidedAt', direction: -1 },
  approved: { by: 'checkIn.decidedAt', direction: -1 },
}
const FIELDS = [
  'accountId',
  'identity.name',
  'idTail',
  'realName.status',
  'checkIn.version',
  'checkIn.submittedAt',
  'checkIn.decidedAt',
]

const rowOf = (person: StoredPerson, roster: readonly string[], accountId: string): QueueRow => ({
  person: person._id,
  version: person.checkIn.version,
  name: person.identity.name,
  idTail: person.idTail,
  realName: person.realName.status,
  roster: compareToRoster(person.identity.name, roster).match,
  submittedAt: iso(person.checkIn.submittedAt),
  ...maybeIso('decidedAt', person.checkIn.decidedAt),
  own: person.accountId === accountId,
})

/** Pasted names as they would have been stored; what cannot be a name finds nobody. */
const tidyNames = (names: readonly string[]) =>
  names.flatMap((raw) => {
    const name = normaliseName(raw)
    return name.ok ? [name.value] : []
  })

export const queue: Handler<typeof review.queue> = async ({ input, actor, acting, world }) => {
  if (!acting || actor.kind !== 'account') return refuse('NOT_ALLOWED')
  const filter: Filter = {
    'checkIn.reviewOrg': acting._id,
    'checkIn.status': input.queue,
    ...(input.realName ? { 'realName.status': input.realName } : {}),
    ...(input.names ? { 'identity.name': { in: tidyNames(input.names) } } : {}),
  }
  const page = await readPage(world, world.db.people, {
    filter,
    order: ORDER[input.queue],
    cursor: input.cursor,
    reader: actor.accountId,
    fields: FIELDS,
    present: (person) => rowOf(person, acting.roster ?? [], actor.accountId),
    row: QueueRow,
  })
  if (!page.ok) return page
  return accept({ rows: page.value.rows, ...page.value.more })
}
