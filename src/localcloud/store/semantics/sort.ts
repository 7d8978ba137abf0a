import type { Order } from '../translate'
import type { Doc } from '../values'
import { valuesMet } from './met'
import { compareValues } from './order'

/** What a document is sorted by: of an array its least element ascending, its greatest descending; null when missing. */
const sortKey = (doc: Doc, path: string, direction: 1 | -1): unknown => {
  const met = valuesMet(doc, path)
  const whole = met.at(-1)
  const elements = Array.isArray(whole) && met.length > 1 ? met.slice(0, -1) : met
  // Nothing at all (an empty array) sorts before null.
  if (elements.length === 0 || (Array.isArray(whole) && whole.length === 0)) return undefined
  return elements.map((each) => each ?? null).reduce((a, b) => (compareValues(a, b) * direction <= 0 ? a : b))
}

/** Sorted as MongoDB sorts; equal documents keep their places. */
export const sortDocs = <T extends Doc>(docs: readonly T[], order: Order): T[] => {
  const keys = Object.entries(order)
  return docs
    .map((doc) => ({ doc, by: keys.map(([path, direction]) => sortKey(doc, path, direction)) }))
    .sort((a, b) => {
      for (const [i, [, direction]] of keys.entries()) {
        const difference = compareValues(a.by[i], b.by[i]) * direction
        if (difference !== 0) return difference
      }
      return 0
    })
    .map(({ doc }) => doc)
}
