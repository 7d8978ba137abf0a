import { CloudError } from '../fault'
import { sqlScalar } from './expression'
import { encodeStored } from './codec'
import { quoteName, type Row, type Sql, type SqlValue } from './sql'
import { isPlainObject, isScalar, type Doc } from './values'

// One statement holds at most 32,766 values.
const AT_ONCE = 500

export type Key = { path: string; direction: 1 | -1 }

const asSql = (value: unknown): SqlValue => {
  if (value === undefined) return null
  return isScalar(value) && (typeof value !== 'number' || Number.isFinite(value))
    ? sqlScalar(value)
    : encodeStored(value)
}

/** All values that an index sees at a path: those inside arrays one by one. */
const valuesAt = (value: unknown, parts: string[]): { values: unknown[]; many: boolean } => {
  if (Array.isArray(value)) {
    const inner = value.map((item) =>
      parts.length > 0 && !isPlainObject(item) ? { values: [] } : valuesAt(item, parts),
    )
    const values = parts.length > 0 ? inner.flatMap((each) => each.values) : value
    return { values: values.length > 0 ? values : [null], many: true }
  }
  const [head, ...rest] = parts
  if (head === undefined) return { values: [value], many: false }
  return isPlainObject(value) ? valuesAt(value[head], rest) : { values: [null], many: false }
}

/** The keys of one document in an index over an array: one row for each element. */
export const tuplesOf = (doc: Doc, keys: readonly Key[]): Row[] => {
  const columns = keys.map((key) => valuesAt(doc, key.path.split('.')))
  if (columns.filter((each) => each.many).length > 1)
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `cannot index parallel arrays: ${keys.map((key) => key.path).join(', ')}`,
    )
  let rows: Row[] = [[]]
  for (const { values } of columns) rows = rows.flatMap((row) => values.map((value) => [...row, asSql(value)]))
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()]
}

/** A multikey index: an ordinary table with one row for each element, kept in step by the same transaction. */
export class SideTable {
  private readonly table: string
  private readonly columns: string[]

  constructor(
    private readonly sql: Sql,
    private readonly name: string,
    private readonly keys: readonly Key[],
  ) {
    this.table = quoteName(name)
    this.columns = keys.map((_, i) => `k${i}`)
  }

  create(): void {
    this.sql.exec(`CREATE TABLE ${this.table}(${this.columns.join(', ')}, rid INTEGER NOT NULL)`)
  }

  /** Comes after the rows: to sort them once is many times faster than to find each its place. */
  sort(unique: boolean): void {
    const sorted = this.keys.map((key, i) => `k${i}${key.direction < 0 ? ' DESC' : ''}`).join(', ')
    this.sql.exec(`CREATE INDEX ${quoteName(`${this.name}:keys`)} ON ${this.table}(${sorted}, rid)`)
    if (!unique) return
    const once = this.columns.map((column) => `ifnull(${column}, x'00')`).join(', ')
    this.sql.exec(`CREATE UNIQUE INDEX ${quoteName(`${this.name}:unique`)} ON ${this.table}(${once})`)
  }

  drop(): void {
    this.sql.exec(`DROP TABLE IF EXISTS ${this.table}`)
  }

  /** Writes the difference between two states of a document; null = the document does not exist. */
  sync(rid: number, before: Doc | null, after: Doc | null): void {
    const old = new Map((before ? tuplesOf(before, this.keys) : []).map((row) => [JSON.stringify(row), row]))
    const next = new Map((after ? tuplesOf(after, this.keys) : []).map((row) => [JSON.stringify(row), row]))
    const where = this.columns.map((column) => `${column} IS ?`).join(' AND ')
    for (const [key, row] of old)
      if (!next.has(key)) this.sql.run(`DELETE FROM ${this.table} WHERE ${where} AND rid = ?`, [...row, rid])
    const fresh = [...next].filter(([key]) => !old.has(key)).map(([, row]) => [...row, rid])
    const marks = `(${[...this.columns, 'rid'].map(() => '?').join(', ')})`
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      const rows = fresh.slice(at, at + AT_ONCE)
      this.sql.run(`INSERT INTO ${this.table} VALUES${rows.map(() => marks).join(', ')}`, rows.flat())
    }
  }
}
