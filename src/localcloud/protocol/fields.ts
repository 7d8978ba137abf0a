import { invalid } from '../fault'

export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const text = (fields: Fields, name: string): string => {
  const value = fields[name]
  if (typeof value === 'string' && value !== '') return value
  throw invalid(`${name} must be a text`)
}

export const optionalText = (fields: Fields, name: string): string | undefined => {
  const value = fields[name]
  if (value === undefined || value === null || value === '') return undefined
  if (typeof value === 'string') return value
  throw invalid(`${name} must be a text`)
}

export const optionalCount = (fields: Fields, name: string): number | undefined => {
  const value = fields[name]
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0) return value
  throw invalid(`${name} must be a whole number, 0 or more`)
}

export const list = (fields: Fields, name: string): unknown[] => {
  const value = fields[name]
  if (Array.isArray(value)) return value
  throw invalid(`${name} must be an array`)
}

export const texts = (fields: Fields, name: string): string[] =>
  list(fields, name).map((value) => {
    if (typeof value === 'string') return value
    throw invalid(`${name} must hold texts`)
  })
