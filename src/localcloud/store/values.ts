export type Doc = Record<string, unknown>

/** The kinds of value that a document can hold; a path's statistics are a union of these bits. */
export const KIND = { null: 1, number: 2, string: 4, boolean: 8, date: 16, object: 32, array: 64, odd: 128 } as const

export const isPlainObject = (value: unknown): value is Doc =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !(value instanceof RegExp)

export type Scalar = string | number | boolean | Date | null
export const isScalar = (value: unknown): value is Scalar =>
  value === null || value instanceof Date || ['string', 'number', 'boolean'].includes(typeof value)

// SQL compares text as bytes: a lone surrogate or a NUL does not survive the way, and far dates do not sort as text.
const isOddText = (text: string) => text.includes('\u0000') || /\p{Surrogate}/u.test(text)
const isOddDate = (date: Date) => !(date.getTime() >= -62135596800000 && date.getTime() <= 253402300799999)

export const kindOf = (value: unknown): number => {
  if (value === null || value === undefined) return KIND.null
  if (value instanceof Date) return isOddDate(value) ? KIND.odd : KIND.date
  if (Array.isArray(value)) return KIND.array
  if (typeof value === 'number') return Number.isFinite(value) ? KIND.number : KIND.odd
  if (typeof value === 'string') return isOddText(value) ? KIND.odd : KIND.string
  if (typeof value === 'boolean') return KIND.boolean
  return typeof value === 'object' ? KIND.object : KIND.odd
}
