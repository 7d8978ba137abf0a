import Database from 'libsql'
import { messageOf } from '../fault'

export type SqlValue = string | number | null
export type Row = SqlValue[]
type Statement = {
  raw(on: boolean): unknown
  all(values: SqlValue[]): unknown
  run(values: SqlValue[]): { changes: number }
}

const STATEMENTS = 400

/** One connection: prepared statements are kept, rows come as arrays. */
export class Sql {
  private readonly db: { prepare(sql: string): Statement; exec(sql: string): unknown; close(): unknown }
  private readonly readers = new Map<string, Statement>()
  private readonly writers = new Map<string, Statement>()
  private depth = 0

  constructor(file: string) {
    // libsql's declarations are those of an old better-sqlite3; only these three members are used.
    this.db = new Database(file) as unknown as Sql['db']
  }

  exec(sql: string): void {
    this.db.exec(sql)
  }

  all(sql: string, values: SqlValue[] = []): Row[] {
    return this.prepared(this.readers, sql, true).all(values) as Row[] // raw mode
  }

  value(sql: string, values: SqlValue[] = []): SqlValue | undefined {
    return this.all(sql, values)[0]?.[0]
  }

  run(sql: string, values: SqlValue[] = []): number {
    return this.prepared(this.writers, sql, false).run(values).changes
  }

  /** Runs `work` in one transaction; a nested call joins the outer one. */
  atomically<T>(work: () => T): T {
    if (this.depth > 0) return work()
    this.db.exec('BEGIN IMMEDIATE')
    this.depth++
    try {
      const result = work()
      this.db.exec('COMMIT')
      return result
    } catch (thrown) {
      this.rollBack()
      throw thrown
    } finally {
      this.depth--
    }
  }

  // After a full disk or an I/O error SQLite has rolled back by itself: its complaint must not hide the first one.
  private rollBack(): void {
    try {
      this.db.exec('ROLLBACK')
    } catch (thrown) {
      if (!/no transaction is active/.test(messageOf(thrown))) throw thrown
    }
  }

  close(): void {
    this.readers.clear()
    this.writers.clear()
    this.db.close()
  }

  private prepared(kept: Map<string, Statement>, sql: string, raw: boolean): Statement {
    const known = kept.get(sql)
    if (known) return known
    if (kept.size >= STATEMENTS) kept.delete(kept.keys().next().value ?? '')
    const statement = this.db.prepare(sql)
    if (raw) statement.raw(true)
    kept.set(sql, statement)
    return statement
  }
}

export const quoteName = (name: string) => `"${name.replace(/"/g, '""')}"`
