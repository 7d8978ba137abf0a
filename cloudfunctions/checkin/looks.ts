import { LookView, type checkin } from '#contract/checkin'
import { accept } from '#domain/outcome'
import { isLook, LOOKS, type AuditEvent } from '../_platform/audit'
import type { Order } from '../_platform/db/cursor'
import { readPage } from '../_platform/db/page'
import { orLeftOut } from '../_platform/left-out'
import type { Handler } from '../_platform/serve'
import { authorView, iso } from '../_platform/views'

const NEWEST: Order = { by: 'at', direction: -1 }

const viewOf = ({ id, at, author, action, purpose }: AuditEvent): LookView => ({
  id,
  at: iso(at),
  who: authorView(author),
  what: LOOKS[action as keyof typeof LOOKS], // both lists hold looks only
  ...(purpose ? { purpose } : {}),
})

/** Who looked at my data, newest first. What was recorded a moment ago is still with the person, so it is shown as well. */
export const looks: Handler<typeof checkin.looks> = async ({ input, self, account, world }) => {
  if (!self || !account) return accept({ rows: [] })
  const page = await readPage(world, world.db.audit, {
    filter: { look: `people:${self._id}` },
    order: NEWEST,
    cursor: input.cursor,
    reader: account._id,
    present: viewOf,
    row: LookView,
  })
  if (!page.ok) return page
  const { rows, more } = page.value
  const undelivered = self.outbox.flatMap((owed) =>
    owed.kind === 'audit' && isLook(owed.event.action) ? [owed.event] : [],
  )
  const fresh = input.cursor ? [] : undelivered.filter(({ id }) => !rows.some((row) => row.id === id)).reverse()

  return accept({
    rows: [...fresh.flatMap((event) => orLeftOut('people', self._id, () => LookView.parse(viewOf(event)))), ...rows],
    ...more,
  })
}
