import type { Meter } from './store/meter'
import { isLargeScan } from './store/scans'

export type DatabaseCall = {
  at: number
  action: string
  collection: string
  query?: string
  ms: number
  plan?: string
  keysExamined?: number
  docsExamined?: number
  returned?: number
  fault?: string
}
export type ScanWarning = { collection: string; query: string; docsExamined: number; at: number }

const KEPT = 1000

/** The last database calls with their cost, and every kind of query that read a large collection without an index. */
export class CallLog {
  private readonly calls: DatabaseCall[] = []
  private readonly noted = new Set<string>()
  private readonly warnings = new Map<string, ScanWarning>()

  constructor(private readonly warn: (line: string) => void) {}

  add(call: Omit<DatabaseCall, 'at'>, meter?: Meter): void {
    const { plan, keysExamined, docsExamined, returned } = meter ?? {}
    this.calls.push({ at: Date.now(), ...call, plan, keysExamined, docsExamined, returned })
    if (this.calls.length > KEPT) this.calls.shift()
    if (meter && isLargeScan(meter)) this.noteScan(call.collection, call.query ?? '{}', meter.docsExamined)
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
    const shape = `${collection} ${query.replace(/"(?:[^"\\]|\\.)*"(?!\s*:)|-?\d+(\.\d+)?/g, '?')}`
    const known = this.warnings.has(shape)
    this.warnings.set(shape, { collection, query, docsExamined, at: Date.now() })
    if (!known)
      this.warn(`[localcloud] ${docsExamined} documents of ${collection} were read without an index: ${query}`)
  }
}
