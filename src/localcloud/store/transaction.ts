import { CloudError } from '../fault'
import { Sql } from './sql'
import type { Doc } from './values'

export type Write = { collection: string; id: string; before: Doc | null; after: Doc | null }

const LIFETIME = 60_000

/** A snapshot to read from (a WAL read transaction) and the writes that wait for the commit. */
export class Transaction {
  readonly snapshot: Sql
  readonly writes: Write[] = []
  private readonly overlays = new Map<string, Map<string, Doc | null>>()
  private readonly timer: NodeJS.Timeout

  constructor(
    readonly id: string,
    file: string,
    readonly startedAt: number,
    onExpiry: () => void,
  ) {
    this.snapshot = new Sql(file)
    this.snapshot.exec('BEGIN')
    this.snapshot.value('SELECT count(*) FROM _meta') // the snapshot is taken by the first read
    this.timer = setTimeout(onExpiry, LIFETIME)
    this.timer.unref()
  }

  overlay(collection: string): Map<string, Doc | null> {
    const known = this.overlays.get(collection)
    if (known) return known
    const fresh = new Map<string, Doc | null>()
    this.overlays.set(collection, fresh)
    return fresh
  }

  note(write: Write): void {
    this.overlay(write.collection).set(write.id, write.after)
    this.writes.push(write)
  }

  end(): void {
    clearTimeout(this.timer)
    this.snapshot.close()
  }
}

/** Write locks and document versions: the first writer wins, as in MongoDB's snapshot isolation. */
export class Locks {
  private readonly owners = new Map<string, Transaction>()
  private readonly versions = new Map<string, number>()
  private clock = 0

  now(): number {
    return this.clock
  }

  /** Refuses a write to a document that another transaction holds, or that changed after this one began. */
  claim(key: string, transaction: Transaction | undefined): void {
    const owner = this.owners.get(key)
    if (owner && owner !== transaction)
      throw new WriteConflict('the document is being changed by another transaction', transaction === undefined)
    if (!transaction) return
    if ((this.versions.get(key) ?? 0) > transaction.startedAt)
      throw new WriteConflict('the document changed after the transaction began', false)
    this.owners.set(key, transaction)
  }

  changed(key: string, anyTransactions: boolean): void {
    this.clock++
    if (anyTransactions) this.versions.set(key, this.clock)
    else this.versions.clear()
  }

  release(transaction: Transaction): void {
    for (const [key, owner] of this.owners) if (owner === transaction) this.owners.delete(key)
  }
}

/** `waits`: a write outside of any transaction waits for the lock instead of failing. */
export class WriteConflict extends CloudError {
  constructor(
    message: string,
    readonly waits: boolean,
  ) {
    super('DATABASE_TRANSACTION_CONFLICT', `write conflict: ${message}`)
  }
}
