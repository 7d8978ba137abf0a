import { LISTS } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { orLeftOut } from '../left-out'
import type { World } from '../world'
import type { Collection } from './collection'
import { cursorAfter, readCursor, type Order } from './cursor'
import type { Row } from './document'
import type { Filter } from './filter'

type Asked<D, V> = {
  filter: Filter
  order: Order
  cursor: string | undefined
  /** Whose list: a cursor that was given to one account opens nothing for another. */
  reader: string
  fields?: readonly string[]
  present: (document: D) => V
  /** The contract's schema of a row: a document that does not come out like this is left out, and the others are shown. */
  row: { parse(value: unknown): V }
}
export type Page<V> = { rows: V[]; more: { next?: string } }

/** Twenty rows beyond the cursor, and the cursor of the next twenty. */
export async function readPage<D extends Row, V>(
  { keys }: World,
  rows: Collection<D>,
  { filter, order, cursor, reader, fields, present, row }: Asked<D, V>,
): Promise<Outcome<Page<V>, 'INVALID_INPUT'>> {
  const after = cursor === undefined ? undefined : readCursor(keys.signing, reader, filter, order, cursor)
  if (cursor !== undefined && !after) return refuse('INVALID_INPUT', { fields: ['cursor'] })

  const found = await rows.page(filter, { order, limit: LISTS.queuePage, after, ...(fields ? { fields } : {}) })
  const more = found.end ? { next: cursorAfter(keys.signing, reader, filter, order, found.end) } : {}
  const shown = found.rows.flatMap((document) => orLeftOut(rows.name, document._id, () => row.parse(present(document))))
  return accept({ rows: shown, more })
}
