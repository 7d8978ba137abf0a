import type { SqlValue } from './sql'
import type { Scalar } from './values'

// Names that need no escape inside a JSON path. A number may be an array's index: those are left to the arbiter.
const SAFE = /^[A-Za-z_\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*(\.[A-Za-z_\u4e00-\u9fa5][\w\u4e00-\u9fa5-]*)*$/

export const isSafePath = (path: string) => SAFE.test(path)

const jsonPath = (path: string) =>
  `$.${path
    .split('.')
    .map((part) => `"${part}"`)
    .join('.')}`

/** The SQL of a path; an index uses the same text, which is how the planner finds it. */
export const column = (path: string) => (path === '_id' ? 'id' : `json_extract(doc, '${jsonPath(path)}')`)
export const typeColumn = (path: string) => (path === '_id' ? `'text'` : `json_type(doc, '${jsonPath(path)}')`)

/** In a unique index all missing values are one null, and `true` is not 1. */
export const uniqueColumn = (path: string) =>
  path === '_id'
    ? 'id'
    : `CASE ${typeColumn(path)} WHEN 'true' THEN x'01' WHEN 'false' THEN x'02' ELSE ifnull(${column(path)}, x'00') END`

/** A value as `json_extract` would give it. */
export const sqlScalar = (value: Scalar): SqlValue => {
  if (value instanceof Date) return `{"$date":"${value.toISOString()}"}`
  if (typeof value === 'boolean') return value ? 1 : 0
  return value
}
