import type { Engine } from './engine'

export type CollectionFacts = {
  name: string
  documents: number
  /** `multikey`: one of its fields was seen to hold an array. */
  indexes: { name: string; keys: { path: string; direction: number }[]; unique: boolean; multikey: boolean }[]
}

/** What lies in the named collections, and by which keys it is found. */
export const describe = (engine: Engine, names: string[]): CollectionFacts[] =>
  names.map((name) => {
    const collection = engine.collection(name)
    const indexes = collection.indexes.map(({ name: index, keys, unique, side }) => ({
      name: index,
      keys,
      unique,
      multikey: side !== null,
    }))
    return { name, documents: collection.size(), indexes }
  })
