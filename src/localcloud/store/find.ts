import { sorted, tester } from './arbiter'
import { decodeStored, encodeStored } from './codec'
import type { Collection } from './collection'
import { readPlan, type Meter, type ReadPlan } from './meter'
import { planOf, type Plan } from './plan'
import { allowed, type ScanPolicy } from './scans'
import type { Sql, SqlValue } from './sql'
import type { Order } from './translate'
import type { Doc } from './values'

export type FindOptions = { order?: Order; skip?: number; limit?: number }
/** The reading side: a connection, and in a transaction what it has written so far (null = removed). */
export type Reader = {
  sql: Sql
  explainer: Sql
  overlay?: ReadonlyMap<string, Doc | null>
  inTransaction: boolean
  scans: ScanPolicy
}
export type Found = { texts: string[]; meter: Meter }

const plans = new Map<string, ReadPlan>()
/** Index changes make the remembered plans void. */
export const forgetPlans = () => plans.clear()

export const explained = ({ explainer }: Reader, text: string, values: SqlValue[]): ReadPlan => {
  const known = plans.get(text)
  if (known) return known
  const details = explainer.all(`EXPLAIN QUERY PLAN ${text}`, values).map((row) => String(row[3]))
  const plan = readPlan(details)
  if (plans.size > 500) plans.clear()
  plans.set(text, plan)
  return plan
}

const orderBy = (order: string | null) => (order ? ` ORDER BY ${order}` : '')

const countOf = (sql: Sql, plan: Plan) =>
  Number(sql.value(`SELECT count(*) FROM ${plan.from} WHERE ${plan.where.sql}`, plan.where.values))

const exactExamined = (
  reader: Reader,
  collection: Collection,
  plan: Plan,
  read: ReadPlan,
  taken: number,
  limited: boolean,
): number => {
  if (!limited && !read.scan) return taken
  if (read.scan) return plan.where.sql === '1' && !read.sorts ? taken : collection.size()
  return read.sorts ? countOf(reader.sql, plan) : taken
}

const findExactly = (reader: Reader, collection: Collection, plan: Plan, { skip = 0, limit }: FindOptions): Found => {
  const text = `SELECT doc FROM ${plan.from} WHERE ${plan.where.sql}${orderBy(plan.order)} LIMIT ? OFFSET ?`
  const values = [...plan.where.values, limit ?? -1, skip]
  const texts = reader.sql.all(text, values).map(([doc]) => String(doc))
  const read = explained(reader, text, values)
  const examined = exactExamined(reader, collection, plan, read, texts.length + skip, limit !== undefined)
  const keys = read.scan ? 0 : examined
  return {
    texts,
    meter: { plan: read.label, keysExamined: keys, docsExamined: examined, returned: texts.length, scan: read.scan },
  }
}

/** Candidates in growing portions, so that a small limit does not read everything. */
function* candidates(reader: Reader, text: string, values: SqlValue[], wanted: number | undefined): Generator<string> {
  let portion = wanted === undefined ? 5000 : wanted * 4 + 100
  for (let offset = 0; ;) {
    const rows = reader.sql.all(text, [...values, portion, offset])
    for (const [doc] of rows) yield String(doc)
    if (rows.length < portion) return
    offset += rows.length
    portion *= 4
  }
}

const findByArbiter = (reader: Reader, plan: Plan, filter: Doc, { order, skip = 0, limit }: FindOptions): Found => {
  const { overlay } = reader
  const test = tester(filter)
  const sortedBySql = plan.order !== null && !overlay?.size
  const wanted = limit === undefined ? undefined : skip + limit
  const text = `SELECT doc FROM ${plan.from} WHERE ${plan.where.sql}${orderBy(sortedBySql ? plan.order : '')} LIMIT ? OFFSET ?`
  const matched: { doc: Doc; text: string }[] = []
  let examined = 0
  for (const each of candidates(reader, text, plan.where.values, sortedBySql ? wanted : undefined)) {
    examined++
    const doc = decodeStored(each)
    if (overlay?.has(String(doc._id)) || !test(doc)) continue
    matched.push({ doc, text: each })
    if (sortedBySql && matched.length === wanted) break
  }
  for (const doc of overlay?.values() ?? []) if (doc && test(doc)) matched.push({ doc, text: encodeStored(doc) })
  const texts = sortedBySql
    ? matched.map((each) => each.text)
    : sorted(
        matched.map((each) => each.doc),
        order,
      ).map(encodeStored)
  const page = texts.slice(skip, limit === undefined ? undefined : skip + limit)
  const read = explained(reader, text, [...plan.where.values, -1, 0])
  const keys = read.scan ? 0 : examined
  return {
    texts: page,
    meter: { plan: read.label, keysExamined: keys, docsExamined: examined, returned: page.length, scan: read.scan },
  }
}

export const find = (reader: Reader, collection: Collection, filter: Doc, options: FindOptions): Found => {
  const plan = planOf(collection, filter, options.order ?? {}, !reader.inTransaction)
  const exact = plan.where.exact && plan.order !== null && !reader.overlay?.size
  const found = exact ? findExactly(reader, collection, plan, options) : findByArbiter(reader, plan, filter, options)
  allowed(reader.scans, collection.name, found.meter)
  return found
}

const countBy = (reader: Reader, collection: Collection, filter: Doc): { total: number; meter: Meter } => {
  const plan = planOf(collection, filter, {}, true)
  if (!plan.where.exact) {
    const { texts, meter } = findByArbiter(reader, plan, filter, {})
    return { total: texts.length, meter: { ...meter, returned: 1 } }
  }
  const text = `SELECT count(*) FROM ${plan.from} WHERE ${plan.where.sql}`
  const total = Number(reader.sql.value(text, plan.where.values))
  const read = explained(reader, text, plan.where.values)
  const all = plan.where.sql === '1'
  const examined = read.scan && !all ? collection.size() : total
  return {
    total,
    meter: {
      plan: read.label,
      keysExamined: examined,
      docsExamined: read.scan ? examined : 0,
      returned: 1,
      scan: read.scan && !all,
    },
  }
}

export const count = (reader: Reader, collection: Collection, filter: Doc): { total: number; meter: Meter } => {
  const counted = countBy(reader, collection, filter)
  allowed(reader.scans, collection.name, counted.meter)
  return counted
}
