import type { QueueRow } from '#contract/review'
import { LISTS } from '#domain/limits'
import { mayChoose } from './rules'

type Listener = () => void

/** What is chosen, outside React: a row that is chosen draws itself anew, its neighbours do not. */
export class Selection {
  private rows = new Map<string, QueueRow>()
  private list: readonly QueueRow[] = []
  private readonly listeners = new Set<Listener>()

  has = (person: string): boolean => this.rows.has(person)
  /** The same array until something changes. */
  all = (): readonly QueueRow[] => this.list

  /** Chooses or gives up a row; false when it cannot be chosen or fifty are chosen already. */
  toggle = (row: QueueRow): boolean => {
    if (this.rows.has(row.person)) this.rows.delete(row.person)
    else if (!this.add(row)) return false
    this.changed()
    return true
  }

  /** Chooses as many of these as fit. */
  addAll = (rows: readonly QueueRow[]) => {
    rows.forEach(this.add)
    this.changed()
  }

  drop = (persons: readonly string[]) => {
    persons.forEach((person) => this.rows.delete(person))
    this.changed()
  }

  clear = () => {
    this.rows.clear()
    this.changed()
  }

  /** A row that came again may be in another state, or in another version. */
  refresh = (rows: readonly QueueRow[]) => {
    const known = rows.filter(({ person }) => this.rows.has(person))
    if (known.every((row) => this.rows.get(row.person) === row)) return
    known.forEach((row) => this.rows.set(row.person, row))
    this.changed()
  }

  subscribe = (listener: Listener) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  private add = (row: QueueRow): boolean => {
    if (!mayChoose(row) || (this.rows.size >= LISTS.batch && !this.rows.has(row.person))) return false
    this.rows.set(row.person, row)
    return true
  }

  private changed() {
    this.list = [...this.rows.values()]
    this.listeners.forEach((listener) => listener())
  }
}
