import { randomUUID } from 'node:crypto'
import type { Store } from '../store/client'

export type OutboxEntry = {
  id: string
  /** Milliseconds. */
  at: number
  channel: 'sms' | 'wechat'
  to: string
  template: string
  data: unknown
  page?: string
  sign?: string
}

/** Everything that would have left the machine, as a mail catcher keeps mail: newest first, 500 kept, over restarts. */
export class Outbox {
  constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  async add(entry: Omit<OutboxEntry, 'id' | 'at'>): Promise<OutboxEntry> {
    const full = { id: randomUUID(), at: this.now(), ...entry }
    await this.store.ask('addSent', { id: full.id, at: full.at, entry: JSON.stringify(full) })
    return full
  }

  async list(): Promise<OutboxEntry[]> {
    const { answer } = await this.store.ask('listSent', undefined)
    return answer.map((text) => JSON.parse(text) as OutboxEntry) // written by add()
  }

  async clear(): Promise<void> {
    await this.store.ask('clearSent', undefined)
  }
}
