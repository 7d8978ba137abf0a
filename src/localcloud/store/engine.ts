import { randomBytes } from 'node:crypto'
import type { CloudDescription } from '../../../config/cloud'
import { CloudError, codeOf, messageOf } from '../fault'
import { Collection } from './collection'
import { forgetPlans, type Reader } from './find'
import { openStore, type OpenStore } from './open'
import type { ScanPolicy } from './scans'
import type { Sql } from './sql'
import { Locks, Transaction } from './transaction'
import type { Doc } from './values'

export const newId = () => randomBytes(16).toString('hex')
const keyOf = (collection: string, id: string) => `${collection}\u0000${id}`

/** Collections, transactions and the one way in which a document is written. */
export class Engine {
  readonly sql: Sql
  private readonly store: OpenStore
  private readonly collections = new Map<string, Collection>()
  private readonly transactions = new Map<string, Transaction>()
  private readonly locks = new Locks()
  private broken: string | null = null

  constructor(
    dir: string,
    description: Pick<CloudDescription, 'collections'>,
    durable = true,
    private readonly scans: ScanPolicy = 'report',
  ) {
    this.store = openStore(dir, durable)
    this.sql = this.store.sql
    forgetPlans()
    try {
      this.atomically(() => {
        for (const [name, each] of Object.entries(description.collections)) {
          const collection = new Collection(this.sql, name)
          collection.describe(each)
          this.collections.set(name, collection)
        }
      })
    } catch (thrown) {
      this.store.close()
      throw thrown
    }
  }

  /** What was found damaged when the folder was opened, and could be left out honestly. */
  get report(): string | null {
    return this.store.report
  }

  collection(name: string): Collection {
    const found = this.collections.get(name)
    if (!found)
      throw new CloudError(
        'DATABASE_COLLECTION_NOT_EXIST',
        `collection '${name}' does not exist: it is not in the cloud's description`,
      )
    return found
  }

  reader(collection: string, transaction: Transaction | undefined): Reader {
    if (!transaction) return { sql: this.sql, explainer: this.store.explainer, inTransaction: false, scans: this.scans }
    return {
      sql: transaction.snapshot,
      explainer: this.store.explainer,
      overlay: transaction.overlay(collection),
      inTransaction: true,
      scans: this.scans,
    }
  }

  transaction(id: string | undefined): Transaction | undefined {
    if (!id) return undefined
    const found = this.transactions.get(id)
    if (!found) throw new CloudError('DATABASE_TRANSACTION_NOT_EXIST', 'the transaction does not exist or has ended')
    return found
  }

  begin(): string {
    const id = newId()
    const transaction = new Transaction(id, this.store.file, this.locks.now(), () => this.abort(id))
    this.transactions.set(id, transaction)
    return id
  }

  commit(id: string): void {
    const transaction = this.transaction(id)
    if (!transaction) throw new CloudError('DATABASE_TRANSACTION_NOT_EXIST', 'no transaction was named')
    try {
      this.atomically(() => {
        for (const write of transaction.writes) this.apply(write.collection, write.id, write.before, write.after)
      })
    } finally {
      this.end(transaction)
    }
  }

  abort(id: string): void {
    const transaction = this.transactions.get(id)
    if (transaction) this.end(transaction)
  }

  /** Writes one document state after another: null before = new, null after = gone. */
  write(collection: string, before: Doc | null, after: Doc | null, transaction: Transaction | undefined): void {
    const id = String((after ?? before)?._id)
    this.locks.claim(keyOf(collection, id), transaction)
    if (transaction) transaction.note({ collection, id, before, after })
    else this.apply(collection, id, before, after)
  }

  /** After an I/O error nobody knows what reached the disk: no write is taken any more, reads go on. */
  atomically<T>(work: () => T): T {
    if (this.broken)
      throw new CloudError('DATABASE_REQUEST_FAILED', `no write is taken until a restart, after this: ${this.broken}`)
    try {
      return this.sql.atomically(work)
    } catch (thrown) {
      if (codeOf(thrown)?.startsWith('SQLITE_IOERR')) this.broken = messageOf(thrown)
      for (const collection of this.collections.values()) collection.paths.reload()
      throw thrown
    }
  }

  close(): void {
    for (const id of [...this.transactions.keys()]) this.abort(id)
    this.store.close()
  }

  private apply(name: string, id: string, before: Doc | null, after: Doc | null): void {
    const collection = this.collection(name)
    if (before && after) collection.replace(before, after)
    else if (after) collection.insert(after)
    else if (before) collection.remove(before)
    this.locks.changed(keyOf(name, id), this.transactions.size > 0)
  }

  private end(transaction: Transaction): void {
    transaction.end()
    this.locks.release(transaction)
    this.transactions.delete(transaction.id)
  }
}
