import type { FiledValues } from '#contract/form-values'
import type { AuthorView } from '#contract/shapes'
import type { Author, HistoryEntry, Person } from '#domain/person'

/** Shapes that more than one function shows. Dates travel as ISO text. */
export const iso = (date: Date) => date.toISOString()
export const maybeIso = <K extends string>(key: K, date: Date | undefined) =>
  (date ? { [key]: iso(date) } : {}) as { [P in K]?: string } // a computed key widens to string

export function authorView(author: Author): AuthorView {
  if (author.kind === 'system') return { kind: 'system', name: '系统' }
  return author.kind === 'cadre'
    ? { kind: 'cadre', name: author.name, title: author.title }
    : { kind: 'self', name: author.name }
}

export const historyView = ({ at, move, author, note }: HistoryEntry) => ({
  at: iso(at),
  move,
  author: authorView(author),
  ...(note ? { note } : {}),
})

/** Everything typed, with the ID number and the phone as the masks that are stored: nothing is decrypted for a page. */
export const filedValues = ({ identity, arrivalKind, letter, profile, mobileMask }: Person): FiledValues => ({
  arrivalKind,
  ...identity,
  ...profile,
  ...(letter ? { letter: { ...letter, photos: [...letter.photos] } } : {}),
  mobileMask,
})
