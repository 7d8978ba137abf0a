import type { Refused } from '#domain/outcome'
import type { AuditEvent } from '../audit'
import type { Effect } from '../effects'

/** The least that a document carries. */
export type Row = {
  _id: string
  /** Counts writes: the condition of the next one. */
  rev: number
  /** Version of the document's shape: older is upgraded when read, newer is never overwritten. */
  v: number
}

/** A command that was carried out: a retry with the same id gets the same answer. */
export type DoneCommand = { id: string; hash: string; answer: unknown; at: Date }

/** What every aggregate carries beside its own fields. */
export type Aggregate = Row & {
  commands: readonly DoneCommand[]
  /** Audit events and messages that this document owes the world; the timer delivers them. */
  outbox: readonly Effect[]
  /** When the timer has to look at this document next. */
  dueAt: Date | null
  /** Hash of the last audit event: the next one continues the chain. */
  auditHead: string
}

/** A document without the bookkeeping. */
export type Content<D extends Row> = Omit<D, Exclude<keyof Aggregate, '_id'>>

/** What is recorded of a change; the rest of the event is filled in when it is written. */
export type AuditNote = Pick<AuditEvent, 'author' | 'action'> &
  Partial<Pick<AuditEvent, 'org' | 'before' | 'after' | 'purpose'>>

/** What a decision wants written: the new content, the answer to give, what to record and what to set in motion. */
export type Change<D extends Aggregate, A> = {
  content: Content<D>
  answer: A
  audit: AuditNote
  effects?: readonly Effect[]
}

export type Decision<D extends Aggregate, A, C extends string> = { ok: true; value: Change<D, A> } | Refused<C>
