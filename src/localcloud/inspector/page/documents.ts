import type { DocumentsView } from '../views'
import { look, Refused } from './ask'
import { button, el, say } from './dom'
import { keyed } from './keyed'
import { listing, type View } from './view'
import { count } from './words'

type Document = DocumentsView['documents'][number]

const PREVIEWED = 3
const previewOf = ({ fields }: Document) =>
  Object.entries(fields)
    .filter(([, value]) => typeof value !== 'object' && value !== '' && String(value).length < 24)
    .slice(0, PREVIEWED)
    .map(([name, value]) => `${name} ${String(value)}`)
    .join('，')

function row(document: Document, old?: HTMLElement): HTMLElement {
  const isOpen = old?.querySelector('details')?.open === true
  return el(
    'li',
    {},
    el(
      'details',
      { class: 'card', open: isOpen },
      el(
        'summary',
        {},
        el('span', { class: 'row' }, el('code', {}, document.id), el('span', { class: 'note' }, previewOf(document))),
      ),
      el('div', { class: 'inside' }, el('pre', {}, JSON.stringify(document.fields, null, 2))),
    ),
  )
}

function formOf(onAsk: (query: Record<string, string>) => void) {
  const id = el('input', { name: 'id', autocomplete: 'off' })
  const [field, value] = [el('input', { size: '14' }), el('input', { size: '14' })]
  const operator = el(
    'select',
    { 'aria-label': '怎么比较' },
    el('option', { value: '$eq' }, '等于'),
    el('option', { value: '$gte' }, '不小于'),
    el('option', { value: '$lte' }, '不大于'),
  )
  const ask = () => {
    if (id.value.trim()) return onAsk({ id: id.value.trim() })
    onAsk(field.value.trim() ? { field: field.value.trim(), is: operator.value, value: value.value.trim() } : {})
  }
  const form = el(
    'form',
    { class: 'bar' },
    el('label', {}, '_id', id),
    el('label', {}, '或者字段', field),
    operator,
    el('label', {}, '值', value),
    el('button', { type: 'submit' }, '查'),
    button('全部', () => {
      form.reset()
      onAsk({})
    }),
  )
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    ask()
  })
  return form
}

/** The documents of one collection, a page at a time by key, as they are stored. */
export function documentsView(collection: string): View {
  const { list, empty, tell } = listing('没有这样的文档。')
  const update = keyed<Document>(list, ({ id }) => id, row)
  const told = el('p', { class: 'note', role: 'status' })
  let query: Record<string, string> = {}
  /** Where the pages up to this one begin; the first begins nowhere. */
  let starts: string[] = []
  let next: string | undefined

  const refresh = async () => {
    const after = starts.at(-1)
    try {
      const answer = await look<DocumentsView>('documents', { collection, ...query, ...(after ? { after } : {}) })
      next = answer.next
      update(answer.documents)
      tell(answer.documents.length)
      const read =
        answer.docsExamined > answer.documents.length + 1 ? `，为此读了 ${count(answer.docsExamined)} 篇` : ''
      say(told, `第 ${starts.length + 1} 页，${answer.documents.length} 篇${read}。字段是库里的原样，加密的不解开。`)
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault
      update([])
      tell(0)
      say(told, '这样查不了，请看看字段名有没有写错。')
    }
    back.disabled = starts.length === 0
    on.disabled = next === undefined
  }
  const go = (change: () => void) => {
    change()
    void refresh().then(() => list.scrollIntoView({ block: 'nearest' }))
  }
  const back = button('上一页', () => go(() => starts.pop()))
  const on = button('下一页', () => go(() => starts.push(next ?? '')))
  const form = formOf((asked) =>
    go(() => {
      query = asked
      starts = []
    }),
  )
  const root = el(
    'section',
    { 'aria-label': collection },
    el('div', { class: 'bar' }, el('a', { href: '#data' }, '全部集合'), el('h2', {}, collection)),
    form,
    el('div', { class: 'bar' }, back, on, told),
    list,
    empty,
  )
  return { root, refresh }
}
