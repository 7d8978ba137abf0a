/** Where a value stands inside a request: `['items', 0, 'person']`. */
export type Place = readonly (string | number)[]
type Found = { place: Place; value: unknown }

/** Every value of a JSON tree with its place, containers included, the tree itself first. */
export function placesIn(value: unknown, place: Place = []): Found[] {
  const inner =
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, item]) =>
          placesIn(item, [...place, Array.isArray(value) ? Number(key) : key]),
        )
      : []
  return [{ place, value }, ...inner]
}

/** Marks a value that is to be taken out instead of replaced. */
export const GONE = Symbol('gone')

/** A copy of the tree with another value at one place; a tree that no longer has the place stays as it is. */
export function withAt(tree: unknown, [head, ...rest]: Place, value: unknown): unknown {
  if (head === undefined) return value
  if (Array.isArray(tree)) return tree.map((item, index) => (index === head ? withAt(item, rest, value) : item))
  if (typeof tree !== 'object' || tree === null) return tree
  const copy = { ...(tree as Record<string | number, unknown>) } // an object, as was just seen
  if (value === GONE && rest.length === 0) delete copy[head]
  else copy[head] = withAt(copy[head], rest, value)
  return copy
}
