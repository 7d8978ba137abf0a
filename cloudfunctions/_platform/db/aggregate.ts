import { randomUUID } from 'node:crypto'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { auditHash, type AuditEvent } from '../audit'
import { effect, nextDue, type Effect } from '../effects'
import { collection, type Collection, type Schema } from './collection'
import type { Aggregate, AuditNote, Change, Content, Decision, DoneCommand } from './document'

/** What a change needs to know of the request that makes it. */
export type Cause = { request: string; now: Date; command?: { id: string; hash: string } }

/** What the caller has read already, or found missing: the first try need not read it again. */
export type Read<D> = { document: D | undefined }

export type AggregateCollection<D extends Aggregate> = Collection<D> & {
  /**
   * Read, decide, write on the condition that nobody wrote in between; once more if somebody did.
   * A command that was carried out before gets its first answer. Audit event and effects are part of the one write.
   */
  change<A, C extends string>(
    id: string,
    cause: Cause,
    decide: (before: D | undefined) => Decision<D, A, C>,
    read?: Read<D>,
  ): Promise<Outcome<A, C | 'COMMAND_REUSED' | 'BUSY'>>
  /** Like `change`, for work that nobody commanded and that leaves no trace but itself: delivery of effects, housekeeping. */
  amend(id: string, amendment: (before: D) => AmendedContent<D> | undefined): Promise<boolean>
}

export type AmendedContent<D extends Aggregate> = { content?: Partial<Content<D>>; outbox: readonly Effect[] }

/** The first answer of a command that this document has seen, for handlers that would judge a repeated one differently. */
export function firstAnswer<A>(
  document: Aggregate | undefined,
  { command }: Cause,
): Outcome<A, 'COMMAND_REUSED'> | undefined {
  const done = command && document?.commands.find(({ id }) => id === command.id)
  if (!done) return undefined
  // the answer was given by the same handler to the same input
  return done.hash === command.hash ? accept(done.answer as A) : refuse('COMMAND_REUSED')
}

const TRIES = 8
/** Retries come within minutes; the newest commands of a document are enough to recognise them. */
const COMMANDS_KEPT = 12

export function aggregate<D extends Aggregate>(schema: Schema<D>): AggregateCollection<D> {
  const rows = collection<D>(schema)

  function auditEvent(object: string, note: AuditNote, cause: Cause, previous: string): AuditEvent {
    const event = { ...note, id: randomUUID(), at: cause.now, object, request: cause.request, previous }
    return { ...event, hash: auditHash(event) }
  }

  function woven<A>(before: D | undefined, change: Change<D, A>, cause: Cause): Omit<D, 'rev' | 'v'> {
    const event = auditEvent(`${schema.name}:${change.content._id}`, change.audit, cause, before?.auditHead ?? '')
    const outbox = [
      ...(before?.outbox ?? []),
      effect({ kind: 'audit', event }, event.id, cause.now),
      ...(change.effects ?? []),
    ]
    const done: DoneCommand[] = cause.command ? [{ ...cause.command, answer: change.answer, at: cause.now }] : []
    const bookkeeping = {
      commands: [...(before?.commands ?? []), ...done].slice(-COMMANDS_KEPT),
      outbox,
      dueAt: nextDue(outbox),
      auditHead: event.hash,
    }
    // content and bookkeeping together are D, by the definition of Content
    return { ...change.content, ...bookkeeping } as unknown as Omit<D, 'rev' | 'v'>
  }

  return {
    ...rows,

    async change<A, C extends string>(
      id: string,
      cause: Cause,
      decide: (before: D | undefined) => Decision<D, A, C>,
      read?: Read<D>,
    ): Promise<Outcome<A, C | 'COMMAND_REUSED' | 'BUSY'>> {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const before = attempt === 0 && read ? read.document : await rows.find(id)
        const answered = firstAnswer<A>(before, cause)
        if (answered) return answered

        const decision = decide(before)
        if (!decision.ok) return decision

        const next = woven(before, decision.value, cause)
        const written = before ? await rows.replace(before, next) : await rows.insert(next)
        if (written) return accept(decision.value.answer)
      }
      return refuse('BUSY')
    },

    async amend(id, amendment) {
      for (let attempt = 0; attempt < TRIES; attempt += 1) {
        const before = await rows.find(id)
        const amended = before && amendment(before)
        if (!before || !amended) return false
        const next = { ...before, ...amended.content, outbox: amended.outbox, dueAt: nextDue(amended.outbox) }
        if (await rows.replace(before, next)) return true
      }
      return false
    },
  }
}
