import { ChangeRequestRow, type review } from '#contract/review'
import type { CheckInField } from '#domain/check-in-values'
import { accept, refuse } from '#domain/outcome'
import type { Order } from '../_platform/db/cursor'
import { readPage } from '../_platform/db/page'
import type { StoredPerson } from '../_platform/db/stored'
import type { Handler } from '../_platform/serve'
import { iso } from '../_platform/views'

const OLDEST: Order = { by: 'change.submittedAt', direction: 1 }

type Asking = StoredPerson & { change: NonNullable<StoredPerson['change']> }

const rowOf = ({ _id, accountId, identity, change }: Asking, reader: string): ChangeRequestRow => ({
  person: _id,
  version: change.version,
  name: identity.name,
  fields: Object.keys(change.values) as CheckInField[], // values are stored by field
  submittedAt: iso(change.submittedAt),
  own: accountId === reader,
})

/** Requests to change data that wait in the acting organisation, oldest first. */
export const changes: Handler<typeof review.changes> = async ({ input, actor, acting, world }) => {
  if (!acting || actor.kind !== 'account') return refuse('NOT_ALLOWED')
  const page = await readPage(world, world.db.people, {
    filter: { 'checkIn.reviewOrg': acting._id, 'change.status': 'pending' },
    order: OLDEST,
    cursor: input.cursor,
    reader: actor.accountId,
    fields: ['accountId', 'identity.name', 'change'],
    present: (person) => rowOf(person as Asking, actor.accountId), // the filter asks for those with a change
    row: ChangeRequestRow,
  })
  if (!page.ok) return page
  return accept({ rows: page.value.rows, ...page.value.more })
}
