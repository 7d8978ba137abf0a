import { createHash } from 'node:crypto'
import { quoteName, type Sql } from '../store/sql'

export type Content = { rows: number; sha256: string }

const AT_ONCE = 2000

/** The documents of every collection of a database (`main` or an attached one), as a count and one hash in the order of ids. */
export const contentsOf = (sql: Sql, schema = 'main'): Record<string, Content> => {
  const tables = sql.all(
    `SELECT name FROM ${schema}.sqlite_master WHERE type = 'table' AND name LIKE 'c:%' ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(([table]) => {
      const read = `SELECT id, doc FROM ${schema}.${quoteName(String(table))} WHERE id > ? ORDER BY id LIMIT ${AT_ONCE}`
      const hash = createHash('sha256')
      let rows = 0
      for (let page = sql.all(read, ['']); page.length > 0; page = sql.all(read, [page[page.length - 1]?.[0] ?? ''])) {
        for (const [id, doc] of page) hash.update(`${String(id)}\u0000${String(doc)}\n`)
        rows += page.length
      }
      return [String(table).slice('c:'.length), { rows, sha256: hash.digest('hex') }]
    }),
  )
}
