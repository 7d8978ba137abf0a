import type { CallView } from '../views'
import { look } from './ask'
import { el, tag } from './dom'
import { keyed } from './keyed'
import { operationsOf } from './operations'
import { listing, type View } from './view'
import { bytes, clockTime, count, duration } from './words'

const databaseWords = ({ operations, docsExamined }: CallView) =>
  operations === 0 ? '没用数据库' : `数据库 ${count(operations)} 次，读 ${count(docsExamined)} 篇`

function row(call: CallView): HTMLElement {
  const { id, functionName, at, by, fromFunction, ms, scans, resultBytes, fault } = call
  const inside = el('div', { class: 'inside' }, el('p', { class: 'note' }, '正在读…'))
  const details = el(
    'details',
    { class: 'card' },
    el(
      'summary',
      {},
      el(
        'span',
        { class: 'row' },
        el('time', { class: 'note' }, clockTime(at)),
        el('strong', {}, functionName),
        el('span', {}, fromFunction ? `${by}，经别的函数` : by),
        el('span', { class: 'note' }, databaseWords(call)),
        ...(scans > 0 ? [tag(`${scans} 次没用索引`, 'warn')] : []),
        ...(fault ? [tag(`出错 ${fault.code}`, 'fail')] : []),
        el('span', { class: 'end note' }, resultBytes === undefined ? '' : `返回 ${bytes(resultBytes)}`),
        el('span', {}, duration(ms)),
      ),
    ),
    inside,
  )
  details.addEventListener('toggle', () => {
    if (!details.open) return
    const told = fault ? [el('p', {}, fault.message)] : []
    void operationsOf(id).then((made) => inside.replaceChildren(...told, ...made))
  })
  return el('li', {}, details)
}

/** The last calls of functions; each folds out to its database operations. */
export function callsView(functions: readonly string[]): View {
  const { list, empty, tell } = listing('还没有调用。打开小程序点一点，这里就有了。')
  const update = keyed<CallView>(list, ({ id }) => id, row)
  const wanted = el(
    'select',
    {},
    el('option', { value: '' }, '全部函数'),
    ...functions.map((name) => el('option', { value: name }, name)),
  )
  const timers = el('input', { type: 'checkbox' })
  const failed = el('input', { type: 'checkbox' })
  const refresh = async () => {
    const calls = await look<CallView[]>('calls', { function: wanted.value, timers: timers.checked ? 'yes' : 'no' })
    const shown = calls.filter(({ fault }) => fault || !failed.checked)
    update(shown)
    tell(shown.length)
  }
  for (const choice of [wanted, timers, failed]) choice.addEventListener('change', () => void refresh())
  const bar = el(
    'div',
    { class: 'bar' },
    el('label', {}, '函数', wanted),
    el('label', {}, failed, '只看出错的'),
    el('label', {}, timers, '也看定时器触发的'),
  )
  return { root: el('section', { 'aria-label': '函数调用' }, bar, list, empty), refresh }
}
