import type { Sql } from './sql'
import { KIND, isPlainObject, kindOf, type Doc } from './values'

/** The statistics of one collection: which kinds of value were ever seen at a path (`tags[]` = inside the array `tags`). */
export class Paths {
  private readonly seen = new Map<string, number>()

  constructor(
    private readonly sql: Sql,
    private readonly collection: string,
  ) {
    this.reload()
  }

  /** After a rollback the memory must not know more than the disk, or the disk would never learn it. */
  reload(): void {
    this.seen.clear()
    for (const [path, kinds] of this.sql.all('SELECT path, kinds FROM _paths WHERE collection = ?', [this.collection]))
      this.seen.set(String(path), Number(kinds))
  }

  /** Learns a document; answers the paths that were found to hold an array for the first time. */
  learn(doc: Doc): string[] {
    const arrays: string[] = []
    const note = (path: string, kind: number) => {
      const known = this.seen.get(path) ?? 0
      if (known & kind) return
      this.seen.set(path, known | kind)
      this.sql.run('INSERT OR REPLACE INTO _paths(collection, path, kinds) VALUES(?, ?, ?)', [
        this.collection,
        path,
        known | kind,
      ])
      if (kind === KIND.array) arrays.push(path)
    }
    const walk = (value: unknown, path: string) => {
      note(path, kindOf(value))
      if (isPlainObject(value)) return walkFields(value, `${path}.`)
      if (!Array.isArray(value)) return
      for (const item of value) {
        note(`${path}[]`, kindOf(item))
        if (isPlainObject(item)) walkFields(item, `${path}.`)
      }
    }
    const walkFields = (object: Doc, prefix: string) => {
      for (const key of Object.keys(object)) walk(object[key], prefix + key)
    }
    walkFields(doc, '')
    return arrays
  }

  at(path: string): number {
    return path === '_id' ? KIND.string : (this.seen.get(path) ?? 0)
  }

  elements(path: string): number {
    return this.seen.get(`${path}[]`) ?? 0
  }

  /** Whether an array was ever seen at the path or on the way to it. */
  crossesArray(path: string): boolean {
    if (this.at(path) & KIND.array) return true
    return this.arrayOnTheWay(path)
  }

  arrayOnTheWay(path: string): boolean {
    for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1))
      if (this.at(path.slice(0, dot)) & KIND.array) return true
    return false
  }
}
