/** Structural equality of form values: texts, numbers, places, posts. A missing value and an empty text are the same. */
export const sameValue = (one: unknown, other: unknown): boolean => {
  const [a, b] = [one === '' ? undefined : one, other === '' ? undefined : other]
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  // Both are objects of the form; their keys may be read as unknown.
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>]
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) => sameValue(left[key], right[key]))
}
