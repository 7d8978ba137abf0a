import { command, type Query } from '../cloud'

/** The few questions that the product asks of the database. Each has an index in config/cloud. */
export type Condition =
  | string
  | number
  | boolean
  | null
  | { in: readonly string[] }
  | { gt?: Date; gte?: Date; lt?: Date; lte?: Date }
  | { lte: number }
export type Filter = Record<string, Condition>

function conditionOf(condition: Condition): unknown {
  if (condition === null || typeof condition !== 'object') return condition
  if ('in' in condition) return command.in(condition.in)
  const parts = Object.entries(condition).map(([name, value]) => command[name as 'gt'](value)) // names are those of the type
  return parts.length === 1 ? parts[0] : command.and(parts)
}

export const queryOf = (filter: Filter): Record<string, unknown> =>
  Object.fromEntries(Object.entries(filter).map(([field, condition]) => [field, conditionOf(condition)]))

export const both = (a: Query, b: Query): Query => command.and([a, b])
