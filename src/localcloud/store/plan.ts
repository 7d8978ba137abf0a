import type { Collection } from './collection'
import type { CollectionIndex } from './collection-index'
import { conjunctsOf, type Conjunct } from './conjuncts'
import { column } from './expression'
import { quoteName } from './sql'
import {
  all,
  documentPlace,
  isOperatorObject,
  orderSql,
  sideEquality,
  translate,
  type Clause,
  type Order,
  type Place,
} from './translate'
import { isScalar, type Doc, type Scalar } from './values'

export type Plan = {
  from: string
  where: Clause
  place: Place
  /** Null when the arbiter has to sort. */
  order: string | null
  side?: CollectionIndex
}

/** The one value, not null, that a condition pins its path to. */
const pinOf = ({ path, condition }: Conjunct): Scalar => {
  if (path.startsWith('$')) return null
  if (!isOperatorObject(condition)) return isScalar(condition) ? condition : null
  const { $eq, ...others } = condition
  return Object.keys(others).length === 0 && isScalar($eq) ? $eq : null
}

const arrayKeyOf = (collection: Collection, index: CollectionIndex): string | undefined => {
  const arrays = index.keys.filter((key) => collection.paths.crossesArray(key.path))
  return arrays.length === 1 ? arrays[0]?.path : undefined
}

/** How many leading keys of a side table the filter pins; 0 when its array is not among them. */
const usefulness = (collection: Collection, index: CollectionIndex, pins: Set<string>, order: Order): number => {
  const array = arrayKeyOf(collection, index)
  if (!index.side || array === undefined) return 0
  const free = index.keys.findIndex((key) => !pins.has(key.path))
  const leading = free < 0 ? index.keys.length : free
  if (index.keys.findIndex((key) => key.path === array) >= leading) return 0
  const [first] = Object.keys(order)
  return leading * 2 + (first !== undefined && index.keys[leading]?.path === first ? 1 : 0)
}

/** A look-up of one document needs no other plan. */
const isLookUp = (collection: Collection, pins: Set<string>) =>
  pins.has('_id') || collection.indexes.some((index) => index.unique && index.keys.every((key) => pins.has(key.path)))

const sidePlan = (collection: Collection, index: CollectionIndex, conjuncts: Conjunct[], order: Order): Plan => {
  const place: Place = {
    paths: collection.paths,
    columnOf: (path) => {
      const at = index.keys.findIndex((key) => key.path === path)
      return at < 0 ? column(path) : `s.k${at}`
    },
  }
  // One pin of the array is answered by the side table's row; any other condition on it by the whole document.
  const array = arrayKeyOf(collection, index) ?? ''
  const chosen = conjuncts.find((each) => each.path === array && pinOf(each) !== null)
  const rest = conjuncts
    .filter((each) => each !== chosen)
    .map(({ path, condition }) => translate(place, { [path]: condition }))
  return {
    from: `${quoteName(index.sideName)} s CROSS JOIN ${collection.table} c ON c.rid = s.rid`,
    where: all([sideEquality(place, array, chosen ? pinOf(chosen) : null), ...rest]),
    place,
    order: orderSql(place, order),
    side: index,
  }
}

/** Chooses a side table when it serves the filter; SQLite chooses among the ordinary indexes by itself. */
export const planOf = (collection: Collection, filter: Doc, order: Order, sides: boolean): Plan => {
  const conjuncts = conjunctsOf(filter)
  const pins = new Set(conjuncts.filter((each) => pinOf(each) !== null).map((each) => each.path))
  const candidates = sides && !isLookUp(collection, pins) ? collection.indexes : []
  const [best] = candidates
    .map((index) => ({ index, use: usefulness(collection, index, pins, order) }))
    .filter(({ use }) => use > 0)
    .sort((a, b) => b.use - a.use)
  if (best) return sidePlan(collection, best.index, conjuncts, order)
  const place = documentPlace(collection.paths)
  return { from: collection.table, where: translate(place, filter), place, order: orderSql(place, order) }
}
