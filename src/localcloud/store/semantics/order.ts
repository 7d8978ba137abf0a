import { isPlainObject, type Doc } from '../values'

// MongoDB's order of the kinds of value; what is missing comes before null in expressions, and is null in a sort.
const rankOf = (value: unknown): number => {
  if (value === undefined) return 0
  if (value === null) return 1
  if (typeof value === 'number') return 2
  if (typeof value === 'string') return 3
  if (Array.isArray(value)) return 5
  if (typeof value === 'boolean') return 6
  if (value instanceof Date) return 7
  return isPlainObject(value) ? 4 : 8
}

// A surrogate stands for a character beyond all others, as the bytes of its UTF-8 say.
const weigh = (unit: number) => (unit < 0xd800 ? unit : unit < 0xe000 ? unit + 0x2000 : unit - 0x800)

/** Texts by code point, which is the order of their bytes. */
export const compareTexts = (a: string, b: string): number => {
  const shorter = Math.min(a.length, b.length)
  for (let i = 0; i < shorter; i++) {
    const [left, right] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (left !== right) return weigh(left) - weigh(right)
  }
  return a.length - b.length
}

const compareNumbers = (a: number, b: number): number => {
  if (a === b) return 0
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(b)) - Number(Number.isNaN(a))
  return a < b ? -1 : 1
}

const compareLists = (a: unknown[], b: unknown[]): number => {
  for (let i = 0; i < Math.min(a.length, b.length); i++) {
    const difference = compareValues(a[i] ?? null, b[i] ?? null)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Field by field in their order: kind, name, value. */
const compareObjects = (a: Doc, b: Doc): number => {
  const [left, right] = [a, b].map((each) => Object.entries(each).filter(([, value]) => value !== undefined))
  for (const [i, [name, value]] of (left ?? []).entries()) {
    const [otherName, otherValue] = right?.[i] ?? []
    if (otherName === undefined) return 1
    const difference =
      rankOf(value) - rankOf(otherValue) || compareTexts(name, otherName) || compareValues(value, otherValue)
    if (difference !== 0) return difference
  }
  return (left?.length ?? 0) - (right?.length ?? 0)
}

/** MongoDB's total order of values; 0 = equal. */
export const compareValues = (a: unknown, b: unknown): number => {
  const rank = rankOf(a)
  const difference = rank - rankOf(b)
  if (difference !== 0) return difference
  if (typeof a === 'number' && typeof b === 'number') return compareNumbers(a, b)
  if (typeof a === 'string' && typeof b === 'string') return compareTexts(a, b)
  if (typeof a === 'boolean' || a instanceof Date) return compareNumbers(Number(a), Number(b))
  if (Array.isArray(a) && Array.isArray(b)) return compareLists(a, b)
  if (isPlainObject(a) && isPlainObject(b)) return compareObjects(a, b)
  return compareTexts(String(a), String(b))
}

export const sameKind = (a: unknown, b: unknown) => rankOf(a) === rankOf(b)
