import { Worker } from 'node:worker_threads'
import { CloudError } from '../fault'
import { workerFile } from '../worker-file'
import type { AnswerOf, FromStore, RequestName, RequestOf, StoreStart } from './requests'

type Waiting = { resolve(message: FromStore): void; reject(fault: Error): void }

const faultFrom = ({ code, message }: { code?: string; message: string }): Error =>
  code && /^[A-Z_]+$/.test(code) && !code.startsWith('SQLITE')
    ? new CloudError(code, message)
    : new CloudError('DATABASE_REQUEST_FAILED', message)

/** The store in its own worker: an unindexed scan blocks it, not the gateway. */
export class Store {
  private readonly waiting = new Map<number, Waiting>()
  private lastId = 0
  private closed = false

  private constructor(
    private readonly worker: Worker,
    /** What was found damaged in the folder and left out; null = nothing. */
    readonly report: string | null,
  ) {
    worker.on('message', (message: FromStore) => this.settle(message))
    worker.on('error', (fault) => this.fail(fault))
    worker.on('exit', () => this.fail(new CloudError('SYS_ERR', 'the store has stopped')))
  }

  static async open(start: StoreStart): Promise<Store> {
    const worker = new Worker(await workerFile('store'), { workerData: start })
    const ready = new Promise<FromStore>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    const { fault, report = null } = await ready
    if (!fault) return new Store(worker, report)
    await worker.terminate()
    throw new Error(fault.message)
  }

  get alive(): boolean {
    return !this.closed
  }

  async ask<N extends RequestName>(name: N, request: RequestOf<N>): Promise<{ answer: AnswerOf<N>; ms: number }> {
    const message = await this.send(name, request)
    if (message.fault) throw faultFrom(message.fault)
    return { answer: message.answer as AnswerOf<N>, ms: message.ms ?? 0 } // the worker is built from the same table
  }

  async close(): Promise<void> {
    if (this.closed) return
    await this.send('close', undefined)
    this.closed = true
    await this.worker.terminate()
  }

  private send(name: RequestName | 'close', request: unknown): Promise<FromStore> {
    if (this.closed) return Promise.reject(new CloudError('SYS_ERR', 'the store is closed'))
    const id = ++this.lastId
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject })
      this.worker.postMessage({ id, name, request })
    })
  }

  private settle(message: FromStore): void {
    this.waiting.get(message.id)?.resolve(message)
    this.waiting.delete(message.id)
  }

  private fail(fault: Error): void {
    this.closed = true
    for (const { reject } of this.waiting.values()) reject(fault)
    this.waiting.clear()
  }
}
