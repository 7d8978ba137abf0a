import { isPlainObject, type Doc } from './values'

/** One condition that the whole filter implies, on one key. */
export type Conjunct = { path: string; condition: unknown }

export const conjunctsOf = (filter: Doc): Conjunct[] =>
  Object.entries(filter).flatMap(([path, condition]) =>
    path === '$and' && Array.isArray(condition)
      ? condition.filter(isPlainObject).flatMap(conjunctsOf)
      : [{ path, condition }],
  )
