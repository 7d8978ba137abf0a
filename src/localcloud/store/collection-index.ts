import type { IndexDescription } from '../../../config/cloud'
import { decodeStored } from './codec'
import { column, isSafePath, uniqueColumn } from './expression'
import type { Paths } from './paths'
import { SideTable, type Key } from './side-table'
import { quoteName, type Sql } from './sql'

const FILL = 2000

/** One declared index: an SQL index on JSON expressions, or a side table once its field was seen to hold an array. */
export class CollectionIndex {
  readonly name: string
  readonly keys: Key[]
  readonly unique: boolean
  readonly sideName: string
  side: SideTable | null = null

  constructor(
    private readonly sql: Sql,
    private readonly collection: string,
    description: IndexDescription,
  ) {
    this.name = description.name
    this.keys = Object.entries(description.keys).map(([path, direction]) => ({ path, direction }))
    this.unique = description.unique === true
    this.sideName = `m:${collection}:${this.name}`
    for (const { path } of this.keys)
      if (!isSafePath(path))
        throw new Error(`The index ${this.name} of ${collection} names a field that cannot be indexed: ${path}`)
  }

  get specification(): string {
    return JSON.stringify({ keys: this.keys, unique: this.unique })
  }

  /** Takes up an index that is already on the disk. */
  open(multikey: boolean): void {
    if (multikey) this.side = new SideTable(this.sql, this.sideName, this.keys)
  }

  build(paths: Paths): void {
    if (this.keys.some((key) => paths.crossesArray(key.path))) this.buildSide()
    else this.buildPlain()
    this.sql.run('INSERT OR REPLACE INTO _indexes(collection, name, specification, multikey) VALUES(?, ?, ?, ?)', [
      this.collection,
      this.name,
      this.specification,
      this.side ? 1 : 0,
    ])
  }

  drop(): void {
    this.sql.exec(`DROP INDEX IF EXISTS ${quoteName(`i:${this.collection}:${this.name}`)}`)
    this.sql.exec(`DROP INDEX IF EXISTS ${quoteName(`u:${this.collection}:${this.name}`)}`)
    new SideTable(this.sql, this.sideName, this.keys).drop()
    this.sql.run('DELETE FROM _indexes WHERE collection = ? AND name = ?', [this.collection, this.name])
    this.side = null
  }

  private buildPlain(): void {
    const table = quoteName(`c:${this.collection}`)
    const columns = this.keys.map((key) => column(key.path) + (key.direction < 0 ? ' DESC' : '')).join(', ')
    this.sql.exec(`CREATE INDEX ${quoteName(`i:${this.collection}:${this.name}`)} ON ${table}(${columns})`)
    if (!this.unique) return
    const once = this.keys.map((key) => uniqueColumn(key.path)).join(', ')
    this.sql.exec(`CREATE UNIQUE INDEX ${quoteName(`u:${this.collection}:${this.name}`)} ON ${table}(${once})`)
  }

  private buildSide(): void {
    const side = new SideTable(this.sql, this.sideName, this.keys)
    side.create()
    const read = `SELECT rid, doc FROM ${quoteName(`c:${this.collection}`)} WHERE rid > ? ORDER BY rid LIMIT ${FILL}`
    for (let rows = this.sql.all(read, [0]); rows.length > 0;) {
      for (const [rid, doc] of rows) side.sync(Number(rid), null, decodeStored(String(doc)))
      rows = this.sql.all(read, [rows[rows.length - 1]?.[0] ?? 0])
    }
    side.sort(this.unique)
    this.side = side
  }
}
