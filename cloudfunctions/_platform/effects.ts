import type { NoticeKind } from '#contract/notice'
import type { AuditEvent } from './audit'

/** A message to one account, shown in the inbox and sent through WeChat where allowed. */
export type NoticeEffect = {
  kind: 'notice'
  to: { accountId: string } | { operatorsOf: string }
  notice: NoticeKind
  role: 'decide' | 'know'
  name?: string
  orgName?: string
  orgId?: string
  person?: string
  reason?: string
}

type Work =
  | { kind: 'audit'; event: AuditEvent }
  | NoticeEffect
  /** `startedAt` names the name and number that are to be checked: a later submission has its own. */
  | { kind: 'realNameCheck'; startedAt: Date }
  | { kind: 'reviewReminder'; version: number }
  /** The document under a number that was mistyped before: it goes once it owes nothing. */
  | { kind: 'eraseSuperseded'; person: string }
  | { kind: 'erasePhotos'; fileIds: readonly string[] }

/** Something that a write sets in motion. It is written with the aggregate and delivered by the timer: at least once, never lost. */
export type Effect = Work & {
  id: string
  dueAt: Date
  attempts: number
  /** Until then another run of the timer is at work on it. */
  leasedUntil?: Date
}

export type EffectOf<K extends Effect['kind']> = Extract<Effect, { kind: K }>

export const effect = <W extends Work>(work: W, id: string, dueAt: Date): W & Effect =>
  ({ ...work, id, dueAt, attempts: 0 }) as W & Effect // the union's member is W's

/** When the next effect is due or its lease ends; null when nothing is owed. */
export function nextDue(outbox: readonly Effect[]): Date | null {
  const times = outbox.map(({ dueAt, leasedUntil }) => Math.max(dueAt.getTime(), leasedUntil?.getTime() ?? 0))
  if (times.some(Number.isNaN)) throw new Error('an effect without a time: written, it would never be due again')
  return times.length === 0 ? null : new Date(Math.min(...times))
}
