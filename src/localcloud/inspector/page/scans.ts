import type { ScanView } from '../views'
import { look } from './ask'
import { el, tag } from './dom'
import { keyed } from './keyed'
import { listing, type View } from './view'
import { count, secondOf } from './words'

const card = ({ collection, shape, docsExamined, at, times }: ScanView) =>
  el(
    'li',
    { class: 'card plain' },
    el('div', { class: 'row' }, el('h2', {}, collection), tag(`读了 ${count(docsExamined)} 篇`, 'warn')),
    el('code', {}, shape),
    el('p', { class: 'facts' }, `${count(times)} 次，最近 ${secondOf(at)}`),
  )

/** Queries that read a large collection without an index. */
export function scansView(): View {
  const { list, empty, tell } = listing('没有。每个查询都走了索引，或者集合还小。')
  const update = keyed<ScanView>(list, ({ collection, shape }) => `${collection} ${shape}`, card)
  const refresh = async () => {
    const scans = await look<ScanView[]>('scans')
    update(scans)
    tell(scans.length)
  }
  const note = el('p', { class: 'bar note' }, '没用索引、读了超过 1,000 篇文档的查询。')
  return { root: el('section', { 'aria-label': '全表扫描' }, note, list, empty), refresh }
}
