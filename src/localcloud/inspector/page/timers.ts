import type { TimersView } from '../views'
import { act, look } from './ask'
import { button, el, say, tag } from './dom'
import { keyed } from './keyed'
import { listing, type View } from './view'
import { duration, secondOf } from './words'

type Timer = TimersView['timers'][number]

function lastOf({ last, running }: Timer): (Node | string)[] {
  if (running) return [tag('正在运行')]
  if (!last) return ['还没运行过']
  const result = last.fault
    ? [tag('出错了', 'fail'), el('span', {}, last.fault)]
    : [tag('成功', 'ok'), el('code', {}, last.result ?? '')]
  return [`${secondOf(last.at)}，${duration(last.ms)} `, ...result]
}

export function timersView(): View {
  const { list, empty, tell } = listing('描述里没有定时器。')
  const told = el('p', { class: 'note', role: 'status' })
  /** A run takes a while: its button says so, whenever the list is drawn. */
  const asked = new Set<string>()

  const run = async (name: string, pressed: HTMLButtonElement) => {
    asked.add(name)
    pressed.disabled = true
    say(told, `${name} 正在运行…`)
    try {
      show(await act<TimersView>('timers', { run: name }))
      say(told, `${name} 运行完了。`)
    } catch {
      say(told, `没能运行 ${name}，请看看本机云是否还在运行，再试一次。`)
    }
    asked.delete(name)
    const again = list.querySelector<HTMLButtonElement>(`button[data-name="${name}"]`)
    if (again) again.disabled = false
    again?.focus()
  }
  const card = (timer: Timer): HTMLElement => {
    const { name, trigger, cron, next } = timer
    const now = button('立即运行', () => void run(name, now))
    now.dataset.name = name
    now.setAttribute('aria-label', `立即运行 ${name}`)
    now.disabled = asked.has(name)
    const term = (words: string, ...inside: (Node | string)[]) => [
      el('dt', { class: 'note' }, words),
      el('dd', { class: 'row' }, ...inside),
    ]
    return el(
      'li',
      { class: 'card plain' },
      el(
        'div',
        { class: 'row' },
        el('h2', {}, name),
        el('span', { class: 'note' }, trigger),
        el('span', { class: 'end' }, now),
      ),
      el(
        'dl',
        {},
        ...term('时刻', el('code', {}, cron)),
        ...term('上次', ...lastOf(timer)),
        ...term('下次', next === undefined ? '五年内没有' : secondOf(next)),
      ),
    )
  }
  const update = keyed<Timer>(list, ({ name }) => name, card)
  const show = ({ started, timers }: TimersView) => {
    update(timers)
    tell(timers.length)
    off.hidden = started
  }
  const off = el('p', { class: 'bar note', hidden: true }, '这次启动没有打开自动触发，只能在这里手动运行。')
  const refresh = async () => {
    // a card that is redrawn would take the keyboard's place away
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.name : undefined
    show(await look<TimersView>('timers'))
    if (focused) list.querySelector<HTMLButtonElement>(`button[data-name="${focused}"]`)?.focus()
  }
  return { root: el('section', { 'aria-label': '定时器' }, off, list, empty, told), refresh }
}
