import { queryShape } from './inspector/query-shape'
import type { Invocations } from './invocations'
import type { Meter } from './store/meter'
import { isLargeScan } from './store/scans'

export type DatabaseCall = {
  at: number
  action: string
  collection: string
  query?: string
  order?: string
  /** The function call that asked. */
  invocation?: string
  ms: number
  plan?: string
  keysExamined?: number
  docsExamined?: number
  returned?: number
  fault?: string
}
/** `query` is its shape: what was looked for, without values. */
export type ScanWarning = { collection: string; query: string; docsExamined: number; at: number; times: number }

const KEPT = 1000

/** The last database calls with their cost, and every kind of query that read a large collection without an index. */
export class CallLog {
  private readonly calls: DatabaseCall[] = []
  private readonly noted = new Set<string>()
  private readonly warnings = new Map<string, ScanWarning>()

  constructor(
    private readonly warn: (line: string) => void,
    private readonly now: () => number,
    private readonly invocations: Invocations,
  ) {}

  add(call: Omit<DatabaseCall, 'at'>, meter?: Meter): void {
    const { plan, keysExamined, docsExamined, returned } = meter ?? {}
    const full = { at: this.now(), ...call, plan, keysExamined, docsExamined, returned }
    this.calls.push(full)
    this.invocations.note(full)
    if (this.calls.length > KEPT) this.calls.shift()
    if (meter && isLargeScan(meter)) this.noteScan(call.collection, queryShape(call.query), meter.docsExamined)
  }

  /** Newest last. */
  list(): DatabaseCall[] {
    return [...this.calls]
  }

  scans(): ScanWarning[] {
    return [...this.warnings.values()]
  }

  /** Tells what the real cloud would keep silent about, each sentence once. */
  noteOnce(sentence: string): void {
    if (this.noted.has(sentence)) return
    this.noted.add(sentence)
    this.warn(`[localcloud] ${sentence}`)
  }

  private noteScan(collection: string, query: string, docsExamined: number): void {
    const key = `${collection} ${query}`
    const times = (this.warnings.get(key)?.times ?? 0) + 1
    this.warnings.set(key, { collection, query, docsExamined, at: this.now(), times })
    if (times === 1)
      this.warn(`[localcloud] ${docsExamined} documents of ${collection} were read without an index: ${query}`)
  }
}
