import type { ClockView, PassedView } from '../views'
import { act } from './ask'
import { button, byId, el, say } from './dom'
import { duration, minuteOf, span } from './words'

const HOUR = 3_600_000
const STEPS = [
  ['快进 1 小时', HOUR],
  ['1 天', 24 * HOUR],
  ['2 天', 48 * HOUR],
] as const

const ranWords = ({ ran }: PassedView) =>
  ran.length === 0
    ? '没有到点的定时器'
    : `到点的定时器各运行了一次：${ran.map(({ name, ms, fault }) => `${name}（${fault ? '出错了' : duration(ms)}）`).join('、')}`

/** The cloud's time, and the buttons that move it. */
export function showClock(onPassed: () => void): (clock: ClockView) => void {
  const [time, ahead] = [el('strong'), el('span', { class: 'tag' })]
  const told = el('output', { class: 'note' })
  const buttons = STEPS.map(([label, ms]) => button(label, () => void pass(label.replace('快进 ', ''), ms)))
  buttons.forEach((each, i) => each.setAttribute('aria-label', `把时间快进 ${i === 0 ? '1 小时' : each.textContent}`))
  byId('clock').append(
    el('span', {}, '云的时间 ', time),
    ahead,
    el('span', { class: 'acts' }, ...buttons),
    el('span', { class: 'note' }, '只能往前，重启也不会退回。'),
    told,
  )
  const show = ({ now, ahead: by }: ClockView) => {
    say(time, minuteOf(now))
    say(ahead, by > 0 ? `比这台机器快 ${span(by)}` : '')
  }
  const pass = async (words: string, ms: number) => {
    buttons.forEach((each) => (each.disabled = true))
    say(told, `正在快进 ${words}…`)
    try {
      const passed = await act<PassedView>('clock', { pass: ms })
      show(passed)
      say(told, `已快进 ${words}，现在是 ${minuteOf(passed.now)}。${ranWords(passed)}。`)
      onPassed()
    } catch {
      say(told, '没能快进，请看看本机云是否还在运行，再试一次。')
    }
    buttons.forEach((each) => (each.disabled = false))
  }
  return show
}
