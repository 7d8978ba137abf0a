import type { DatabaseCall } from './call-log'
import { codeOf, messageOf } from './fault'
import type { Caller } from './functions/caller'

/** One call of a function, with the database calls that it made. `at` is the cloud's time, `ms` are real. */
export type Invocation = {
  id: string
  functionName: string
  at: number
  caller: Caller
  ms: number
  resultBytes?: number
  fault?: { code: string; message: string }
  operations: DatabaseCall[]
  /** Operations beyond those that are kept. */
  dropped: number
}

const KEPT = 100
const KEPT_OPERATIONS = 200

/** The last calls of each function: a timer that runs every few seconds does not push the others out. */
export class Invocations {
  private readonly ended = new Map<string, Invocation[]>()
  private readonly running = new Map<string, Invocation>()

  constructor(private readonly now: () => number) {}

  async during(call: Pick<Invocation, 'id' | 'functionName' | 'caller'>, work: () => Promise<string>): Promise<string> {
    const invocation: Invocation = { ...call, at: this.now(), ms: 0, operations: [], dropped: 0 }
    const began = performance.now()
    this.running.set(call.id, invocation)
    try {
      const result = await work()
      invocation.resultBytes = Buffer.byteLength(result)
      return result
    } catch (thrown) {
      invocation.fault = { code: codeOf(thrown) ?? 'SYS_ERR', message: messageOf(thrown).split('\n')[0] ?? '' }
      throw thrown
    } finally {
      invocation.ms = performance.now() - began
      this.running.delete(call.id)
      this.keep(invocation)
    }
  }

  note(operation: DatabaseCall): void {
    const invocation = this.running.get(operation.invocation ?? '')
    if (!invocation) return
    if (invocation.operations.length < KEPT_OPERATIONS) invocation.operations.push(operation)
    else invocation.dropped++
  }

  /** Newest first. */
  list(): Invocation[] {
    return [...this.ended.values()].flat().sort((a, b) => b.at - a.at)
  }

  find(id: string): Invocation | undefined {
    return this.list().find((each) => each.id === id)
  }

  private keep(invocation: Invocation): void {
    const kept = this.ended.get(invocation.functionName) ?? []
    kept.push(invocation)
    if (kept.length > KEPT) kept.shift()
    this.ended.set(invocation.functionName, kept)
  }
}
