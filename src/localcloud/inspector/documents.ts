import { invalid } from '../fault'
import { isFields } from '../protocol/fields'
import type { Services } from '../services'
import { shown } from './shown'
import type { CollectionsView, DocumentsView } from './views'

const PAGE = 20
const OPERATORS = ['$eq', '$gte', '$lte']

export const collections = async ({ store, description }: Services): Promise<CollectionsView> =>
  (await store.ask('describe', { collections: Object.keys(description.collections) })).answer

/** A value as somebody types it: a number, true, null, "a text", an instant; anything else is a text. */
const typed = (text: string): unknown => {
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)) return { $date: text }
  if (!/^(-?\d+(\.\d+)?|true|false|null|".*")$/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

const condition = (query: URLSearchParams): Record<string, unknown> => {
  const field = query.get('field')
  if (!field) return {}
  const operator = query.get('is') ?? '$eq'
  if (/[$\s]/.test(field) || !OPERATORS.includes(operator)) throw invalid('not a filter')
  return { [field]: { [operator]: typed(query.get('value') ?? '') } }
}

/** One page of a collection by key, with the fields as they are stored; or the one document of an `_id`. */
export const documents = async ({ store }: Services, query: URLSearchParams): Promise<DocumentsView> => {
  const [id, after] = [query.get('id'), query.get('after')]
  const filter = id ? { _id: id } : { $and: [condition(query), after ? { _id: { $gt: after } } : {}] }
  const { answer } = await store.ask('get', {
    collection: query.get('collection') ?? '',
    query: JSON.stringify(filter),
    order: '{"_id":1}',
    limit: PAGE + 1,
  })
  const found = answer.list.map((text): unknown => JSON.parse(text)).filter(isFields)
  const page = found.slice(0, PAGE)
  return {
    documents: page.map(({ _id, ...fields }) => ({
      id: String(_id),
      fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, shown(value)])),
    })),
    next: found.length > PAGE ? String(page.at(-1)?._id) : undefined,
    plan: answer.meter.plan,
    docsExamined: answer.meter.docsExamined,
  }
}
