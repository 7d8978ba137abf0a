import { LISTS } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import type { World } from '../world'
import type { Collection } from './collection'
import { cursorAfter, readCursor, type Order } from './cursor'
import type { Row } from './document'
import type { Filter } from './filter'

/** Whose list: a cursor that was given to one account opens nothing for another. */
type Asked = { filter: Filter; order: Order; cursor: string | undefined; reader: string; fields?: readonly string[] }
export type Page<D> = { rows: D[]; more: { next?: string } }

/** Twenty rows beyond the cursor, and the cursor of the next twenty: one row more is read to know whether there are any. */
export async function readPage<D extends Row>(
  { keys }: World,
  rows: Collection<D>,
  { filter, order, cursor, reader, fields }: Asked,
): Promise<Outcome<Page<D>, 'INVALID_INPUT'>> {
  const after = cursor === undefined ? undefined : readCursor(keys.signing, reader, filter, order, cursor)
  if (cursor !== undefined && !after) return refuse('INVALID_INPUT', { fields: ['cursor'] })

  const size = LISTS.queuePage
  const found = await rows.list(filter, { order, limit: size + 1, after, ...(fields ? { fields } : {}) })
  const last = found.length > size ? found[size - 1] : undefined
  const more = last ? { next: cursorAfter(keys.signing, reader, filter, order, last) } : {}
  return accept({ rows: found.slice(0, size), more })
}
