import type { Sql } from './sql'

const KEPT = 500

/** What was sent, kept over a restart; an entry is the text that the outbox writes and reads. */
export const addSent = (sql: Sql, id: string, at: number, entry: string): void => {
  sql.run('INSERT INTO _outbox(id, at, entry) VALUES(?, ?, ?)', [id, at, entry])
  sql.run(`DELETE FROM _outbox WHERE rowid <= (SELECT rowid FROM _outbox ORDER BY rowid DESC LIMIT 1 OFFSET ${KEPT})`)
}

export const listSent = (sql: Sql): string[] =>
  sql.all('SELECT entry FROM _outbox ORDER BY rowid DESC').map(([entry]) => String(entry))

export const clearSent = (sql: Sql): void => {
  sql.run('DELETE FROM _outbox')
}
