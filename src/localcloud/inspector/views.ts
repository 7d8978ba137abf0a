/** What the inspector's page is told, as JSON. Times are the cloud's, in milliseconds; durations are real ones. */

import type { TimerFacts, TimerRun } from '../functions/timers'
import type { CollectionFacts } from '../store/describe'

export type ClockView = { now: number; ahead: number }
export type PassedView = ClockView & { ran: TimerRun[] }

export type StateView = ClockView & { ok: boolean; missingFunctions: string[]; functions: string[]; scans: number }

export type CallView = {
  id: string
  functionName: string
  at: number
  /** Who called: a WeChat user (shortened), a web client, a trigger. */
  by: string
  fromFunction: boolean
  timer: boolean
  ms: number
  operations: number
  docsExamined: number
  scans: number
  resultBytes?: number
  fault?: { code: string; message: string }
}

export type OperationView = {
  action: string
  collection: string
  shape: string
  sort: string
  ms: number
  plan?: string
  keysExamined?: number
  docsExamined?: number
  returned?: number
  fault?: string
}
export type OperationsView = { operations: OperationView[]; dropped: number }

export type CollectionsView = CollectionFacts[]
export type DocumentsView = {
  documents: { id: string; fields: Record<string, unknown> }[]
  /** The `_id` after which the next page begins. */
  next?: string
  plan: string
  docsExamined: number
}

export type TimersView = { started: boolean; timers: TimerFacts[] }
export type ScanView = { collection: string; shape: string; docsExamined: number; at: number; times: number }
