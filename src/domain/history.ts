import { LISTS } from './limits'
import type { Detail } from './outcome'
import type { Author, HistoryEntry } from './person'

/** Oldest first; only the newest are kept with the person, all of them in the audit log. */
export const historyWith = (history: readonly HistoryEntry[] = [], entry: HistoryEntry): HistoryEntry[] =>
  [...history, entry].slice(-LISTS.history)

/** How an author signs: by name, the system as `system:<job>`. */
export const signatureOf = (author: Author): string => (author.kind === 'system' ? `system:${author.job}` : author.name)

type Decided = {
  status: string
  submittedAt: Date
  decidedAt?: Date
  decidedBy?: Author
  history: readonly HistoryEntry[]
}

/** Who brought it into its present state and when, for whoever decides too late: `{ status, by?, at }`. */
export const decidedSince = (
  { status, submittedAt, decidedAt, decidedBy, history }: Decided,
  moves: readonly HistoryEntry['move'][],
): Detail => {
  if (decidedAt && decidedBy) return { status, by: signatureOf(decidedBy), at: decidedAt.toISOString() }
  const last = [...history].reverse().find(({ move }) => moves.includes(move))
  if (!last) return { status, at: submittedAt.toISOString() }
  return { status, by: signatureOf(last.author), at: last.at.toISOString() }
}
