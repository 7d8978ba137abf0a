import type { CollectionDescription } from '../../../config/cloud'
import { CloudError } from '../fault'
import { encodeStored } from './codec'
import { CollectionIndex } from './collection-index'
import { Paths } from './paths'
import { quoteName, type Sql } from './sql'
import type { Doc } from './values'

const duplicate = (collection: string, message: string) => {
  const found = /index '[um]:[^']*?:([^':]+)(:unique)?'/.exec(message)
  const name = /\.id$/.test(message) ? '_id_' : (found?.[1] ?? '?')
  return new CloudError(
    'DATABASE_REQUEST_FAILED',
    `E11000 duplicate key error collection: ${collection} index: ${name}`,
  )
}

/** One collection: a table of documents, its statistics and its indexes. */
export class Collection {
  readonly table: string
  readonly paths: Paths
  indexes: CollectionIndex[] = []

  constructor(
    private readonly sql: Sql,
    readonly name: string,
  ) {
    this.table = quoteName(`c:${name}`)
    this.paths = new Paths(sql, name)
  }

  /** Brings table and indexes to the description: missing ones are built, changed ones rebuilt, others dropped. */
  describe({ indexes }: CollectionDescription): void {
    this.sql.exec(
      `CREATE TABLE IF NOT EXISTS ${this.table}(rid INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, doc TEXT NOT NULL)`,
    )
    const stored = new Map(
      this.sql
        .all('SELECT name, specification, multikey FROM _indexes WHERE collection = ?', [this.name])
        .map(([name, specification, multikey]) => [String(name), { specification, multikey }]),
    )
    this.indexes = indexes.map((description) => new CollectionIndex(this.sql, this.name, description))
    for (const [name] of stored)
      if (!this.indexes.some((index) => index.name === name))
        new CollectionIndex(this.sql, this.name, { name, keys: {} }).drop()
    for (const index of this.indexes) {
      const known = stored.get(index.name)
      if (known?.specification === index.specification) {
        index.open(known.multikey === 1)
        continue
      }
      index.drop()
      this.guarded(() => index.build(this.paths))
    }
  }

  insert(doc: Doc): void {
    this.learn(doc)
    const rid = this.guarded(() =>
      this.sql.value(`INSERT INTO ${this.table}(id, doc) VALUES(?, ?) RETURNING rid`, [
        String(doc._id),
        encodeStored(doc),
      ]),
    )
    this.syncSides(Number(rid), null, doc)
  }

  replace(before: Doc, after: Doc): void {
    this.learn(after)
    const text = encodeStored(after)
    if (!this.indexes.some((index) => index.side)) {
      this.guarded(() => this.sql.run(`UPDATE ${this.table} SET doc = ? WHERE id = ?`, [text, String(after._id)]))
      return
    }
    const rid = this.guarded(() =>
      this.sql.value(`UPDATE ${this.table} SET doc = ? WHERE id = ? RETURNING rid`, [text, String(after._id)]),
    )
    this.syncSides(Number(rid), before, after)
  }

  remove(before: Doc): void {
    const rid = this.sql.value(`DELETE FROM ${this.table} WHERE id = ? RETURNING rid`, [String(before._id)])
    this.syncSides(Number(rid), before, null)
  }

  text(id: string): string | undefined {
    const found = this.sql.value(`SELECT doc FROM ${this.table} WHERE id = ?`, [id])
    return typeof found === 'string' ? found : undefined
  }

  size(): number {
    return Number(this.sql.value(`SELECT count(*) FROM ${this.table}`))
  }

  private learn(doc: Doc): void {
    const arrays = this.paths.learn(doc)
    if (arrays.length === 0) return
    for (const index of this.indexes) {
      if (
        index.side ||
        !index.keys.some((key) => arrays.some((path) => key.path === path || key.path.startsWith(`${path}.`)))
      )
        continue
      index.drop()
      this.guarded(() => index.build(this.paths))
    }
  }

  private syncSides(rid: number, before: Doc | null, after: Doc | null): void {
    for (const { side } of this.indexes) if (side) this.guarded(() => side.sync(rid, before, after))
  }

  private guarded<T>(work: () => T): T {
    try {
      return work()
    } catch (thrown) {
      const message = thrown instanceof Error ? thrown.message : String(thrown)
      throw /UNIQUE constraint/.test(message) ? duplicate(this.name, message) : thrown
    }
  }
}
