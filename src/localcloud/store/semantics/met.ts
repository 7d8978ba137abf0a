import { isPlainObject } from '../values'

const INDEX = /^\d+$/

const walk = (value: unknown, parts: readonly string[], at: number): unknown[] => {
  const part = parts[at]
  if (part === undefined) return Array.isArray(value) ? [...(value as unknown[]), value] : [value]
  if (Array.isArray(value)) {
    const inside = value.flatMap((item) => (isPlainObject(item) ? walk(item, parts, at) : []))
    return INDEX.test(part) && Number(part) < value.length
      ? [...inside, ...walk(value[Number(part)], parts, at + 1)]
      : inside
  }
  return isPlainObject(value) && Object.hasOwn(value, part) ? walk(value[part], parts, at + 1) : [undefined]
}

/** The values that a condition on a path meets: of an array its elements one by one, and the array itself. */
export const valuesMet = (doc: unknown, path: string): unknown[] => walk(doc, path.split('.'), 0)
