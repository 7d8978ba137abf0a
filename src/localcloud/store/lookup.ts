import { CloudError } from '../fault'
import { aggregated } from './arbiter'
import { decodeStored, encodeStored } from './codec'
import { conjunctsOf } from './conjuncts'
import type { Engine } from './engine'
import { find } from './find'
import type { Meter } from './meter'
import { valuesMet } from './semantics/met'
import { isPlainObject, isScalar, type Doc } from './values'

/** How a pipeline goes on with documents that were read already. */
export type RunStages = (docs: Doc[], stages: Doc[], variables: Doc) => Doc[]
export type Lookup = { engine: Engine; spend(meter: Meter): void; run: RunStages }

const AT_ONCE = 500

const copyOf = (doc: Doc): Doc => decodeStored(encodeStored(doc))
const keyOf = (value: unknown) => encodeStored(value ?? null)

const read = ({ engine, spend }: Lookup, from: string, filter: Doc): Doc[] => {
  const { texts, meter } = find(engine.reader(from, undefined), engine.collection(from), filter, {})
  spend(meter)
  return texts.map(decodeStored)
}

/** A list pins an ordinary index; an index over an array serves one value at a time. */
const filtersFor = (engine: Engine, from: string, path: string, values: unknown[]): Doc[] => {
  if (!values.every(isScalar)) return [{}]
  if (engine.collection(from).paths.crossesArray(path))
    return values.length <= AT_ONCE ? values.map((value) => ({ [path]: value })) : [{}]
  const filters: Doc[] = []
  for (let at = 0; at < values.length; at += AT_ONCE) filters.push({ [path]: { $in: values.slice(at, at + AT_ONCE) } })
  return filters
}

/** An array on the local side means each of its elements. */
const localValues = (doc: Doc, path: string): unknown[] => {
  const met = valuesMet(doc, path)
  return met.filter((value, i) => !(Array.isArray(value) && i === met.length - 1)).map((value) => value ?? null)
}

/** For each local document the foreign ones whose field equals the local field. */
const byField = (lookup: Lookup, docs: Doc[], from: string, localField: string, foreignField: string): Doc[][] => {
  const locals = docs.map((doc) => localValues(doc, localField))
  const values = [...new Map(locals.flat().map((value) => [keyOf(value), value])).values()]
  const found = new Map<string, Doc>()
  for (const filter of filtersFor(lookup.engine, from, foreignField, values))
    for (const doc of read(lookup, from, filter)) found.set(String(doc._id), doc)
  const byValue = new Map<string, Doc[]>()
  for (const doc of found.values())
    for (const key of new Set(valuesMet(doc, foreignField).map(keyOf)))
      byValue.set(key, [...(byValue.get(key) ?? []), doc])
  return locals.map((each) => [...new Set(each.flatMap((value) => byValue.get(keyOf(value)) ?? []))])
}

/** What `$expr` says about one field and a variable of the lookup, as a filter that an index may serve. */
const pinned = (expression: unknown, variables: Doc): Doc[] => {
  if (!isPlainObject(expression)) return []
  if (Array.isArray(expression.$and)) return expression.$and.flatMap((each) => pinned(each, variables))
  const pair: unknown[] = Array.isArray(expression.$eq) ? expression.$eq : []
  const field = pair.find((each): each is string => typeof each === 'string' && /^\$[^$]/.test(each))
  const operand = pair.find((each) => each !== field)
  if (pair.length !== 2 || field === undefined || operand === undefined) return []
  const [row] = aggregated([{}], [{ $project: { _id: 0, value: operand } }], variables)
  // A filter's equality accepts more than the expression's: the pipeline itself decides afterwards.
  return [{ [field.slice(1)]: row?.value ?? null }]
}

const leadingFilter = (pipeline: Doc[], variables: Doc): Doc => {
  const match = pipeline[0]?.$match
  if (!isPlainObject(match)) return {}
  const parts = conjunctsOf(match).flatMap(({ path, condition }) =>
    path === '$expr' ? pinned(condition, variables) : [{ [path]: condition }],
  )
  return parts.length > 0 ? { $and: parts } : {}
}

const bound = (doc: Doc, names: unknown, outer: Doc): Doc => {
  if (!isPlainObject(names) || Object.keys(names).length === 0) return outer
  const [row] = aggregated([doc], [{ $project: { _id: 0, ...names } }], outer)
  return { ...outer, ...Object.fromEntries(Object.keys(names).map((name) => [name, row?.[name]])) }
}

/** The stage `$lookup`: reads of the foreign collection only what the local documents can meet, by index where there is one. */
export const joined = (lookup: Lookup, docs: Doc[], stage: Doc, variables: Doc): Doc[] => {
  const { from, localField, foreignField, as, pipeline, let: names } = stage
  if (typeof from !== 'string' || typeof as !== 'string')
    throw new CloudError('DATABASE_REQUEST_FAILED', '$lookup needs from and as')
  const fields = typeof localField === 'string' && typeof foreignField === 'string'
  const met = fields ? byField(lookup, docs, from, localField, foreignField) : null
  const inner = Array.isArray(pipeline) ? pipeline.filter(isPlainObject) : []
  if (!met && !Array.isArray(pipeline))
    throw new CloudError('DATABASE_REQUEST_FAILED', '$lookup needs localField and foreignField, or a pipeline')
  if (met && inner.length === 0) return docs.map((doc, i) => ({ ...doc, [as]: met[i] ?? [] }))
  const answers = new Map<string, Doc[]>()
  return docs.map((doc, i) => {
    const inside = bound(doc, names, variables)
    // A copy: mingo's exclusions change the documents that they are given.
    if (met) return { ...doc, [as]: lookup.run((met[i] ?? []).map(copyOf), inner, inside) }
    const key = encodeStored(inside)
    const answer = answers.get(key) ?? lookup.run(read(lookup, from, leadingFilter(inner, inside)), inner, inside)
    answers.set(key, answer)
    return { ...doc, [as]: answer }
  })
}
