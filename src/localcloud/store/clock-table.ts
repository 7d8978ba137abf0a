import type { Sql } from './sql'

/** How far the cloud's time is ahead of the machine's, in milliseconds; kept with the documents that it has dated. */
export const readAhead = (sql: Sql): number => Number(sql.value(`SELECT value FROM _meta WHERE name = 'ahead'`) ?? 0)

export const moveAhead = (sql: Sql, by: number): number => {
  const ahead = readAhead(sql) + by
  sql.run(`INSERT OR REPLACE INTO _meta(name, value) VALUES('ahead', ?)`, [String(ahead)])
  return ahead
}
