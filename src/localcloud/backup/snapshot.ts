import { quoteName, Sql } from '../store/sql'
import { contentsOf, type Content } from './content-hash'

const quoteText = (text: string) => `'${text.replace(/'/g, "''")}'`
const CREATE = /^CREATE (TABLE|INDEX|UNIQUE INDEX) /

/** A reader of a database in use; between `pin` and `release` it sees one moment of it. */
export class Snapshot {
  private readonly sql: Sql

  constructor(file: string, target: string) {
    this.sql = new Sql(file)
    this.sql.exec('PRAGMA busy_timeout = 5000')
    this.sql.exec(`ATTACH ${quoteText(target)} AS copy`)
    this.sql.value('PRAGMA copy.journal_mode = OFF')
    this.sql.exec('PRAGMA copy.synchronous = OFF')
  }

  pin(): void {
    this.sql.exec('BEGIN')
    this.sql.value('SELECT count(*) FROM main._meta') // the first read takes the snapshot
  }

  release(): void {
    this.sql.exec('ROLLBACK')
  }

  /** Copies everything of the pinned moment, and proves the copy against it. */
  copy(): Record<string, Content> {
    const contents = contentsOf(this.sql)
    const made = this.sql.all(
      `SELECT type, name, sql FROM main.sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type DESC`,
    )
    // As VACUUM does: with the indexes in place, pages are copied and not rebuilt.
    for (const [, , text] of made) this.sql.exec(String(text).replace(CREATE, (create) => `${create}copy.`))
    for (const [type, name] of made)
      if (type === 'table') {
        const table = quoteName(String(name))
        this.sql.exec(`INSERT INTO copy.${table} SELECT * FROM main.${table}`)
      }
    this.sql.exec('COMMIT')
    if (JSON.stringify(contentsOf(this.sql, 'copy')) !== JSON.stringify(contents))
      throw new Error('the copy of the database is not equal to it')
    return contents
  }

  close(): void {
    this.sql.close()
  }
}
