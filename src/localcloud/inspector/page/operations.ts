import type { OperationsView, OperationView } from '../views'
import { look } from './ask'
import { el, tag } from './dom'
import { count, duration } from './words'

const ACTIONS: Record<string, string> = {
  getDocument: '读',
  calculateDocument: '计数',
  modifyDocument: '改',
  removeDocument: '删',
  insertDocument: '加',
  aggregateDocuments: '聚合',
}

function planTag(plan: string) {
  if (plan === 'scan') return tag('没用索引，逐篇读', 'warn')
  return tag(`用${plan.replaceAll('index ', '索引 ').replaceAll('_id', '主键')}`, 'ok')
}

function row({ action, collection, shape, sort, ms, fault, ...meter }: OperationView): HTMLElement {
  const { plan, keysExamined = 0, docsExamined = 0, returned = 0 } = meter
  const figures =
    plan === undefined
      ? []
      : [planTag(plan), `看过的键 ${count(keysExamined)}`, `文档 ${count(docsExamined)}`, `返回 ${count(returned)}`]
  return el(
    'li',
    { class: 'op' },
    el('div', { class: 'row' }, el('strong', {}, `${ACTIONS[action] ?? action} ${collection}`), el('code', {}, shape)),
    el(
      'div',
      { class: 'facts' },
      ...[...figures, ...(sort ? [`排序 ${sort}`] : []), duration(ms)].map((each) =>
        typeof each === 'string' ? el('span', {}, each) : each,
      ),
      ...(fault ? [tag(fault, 'fail')] : []),
    ),
  )
}

/** What one call asked of the database. */
export async function operationsOf(id: string): Promise<HTMLElement[]> {
  try {
    const { operations, dropped } = await look<OperationsView>('operations', { id })
    if (operations.length === 0) return [el('p', { class: 'note' }, '这次调用没有用数据库。')]
    const more = dropped > 0 ? [el('p', { class: 'note' }, `还有 ${count(dropped)} 次没有记下来。`)] : []
    return [el('ol', { class: 'list' }, ...operations.map(row)), ...more]
  } catch {
    return [el('p', { class: 'note' }, '这次调用的记录已经不在了，看看更近的。')]
  }
}
