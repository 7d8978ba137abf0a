import { button, byId, el } from './dom'

type Clock = { now: number; ahead: number }

const ADDRESS = '/inspector/clock.json'
const EVERY = 10_000
const HOUR = 3_600_000
const STEPS = [
  ['1 小时', HOUR],
  ['1 天', 24 * HOUR],
  ['2 天', 48 * HOUR],
] as const

const REAL = '跟这台机器的时间一样'
const WHAT_HAPPENS =
  '快进以后，到点的事马上办：没通过的实名再核一次，等久了的申请提醒支部。登录太久也会过期。时间只能往前，重启也不会退回。'

const format = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

const aheadWords = (ms: number): string => {
  const [days, hours] = [Math.floor(ms / (24 * HOUR)), Math.floor(ms / HOUR) % 24]
  return `比这台机器快${days ? ` ${days} 天` : ''}${hours ? ` ${hours} 小时` : ''}`
}

const ask = async (pass?: number): Promise<Clock> => {
  const answer = await fetch(ADDRESS, pass ? { method: 'POST', body: JSON.stringify({ pass }) } : undefined)
  if (!answer.ok) throw new Error(`the clock answers ${answer.status}`)
  return (await answer.json()) as Clock // the local cloud's clock
}

/** The cloud's time, and buttons that move it forward. The time of the browser stays. */
export function showClock(): void {
  const [time, ahead, told] = [el('strong'), el('span', { class: 'note' }), el('p', { class: 'note', role: 'status' })]
  const show = ({ now, ahead: ms }: Clock) => {
    time.textContent = format.format(now)
    ahead.textContent = ms < HOUR ? REAL : aheadWords(ms)
  }
  const pass = async (words: string, ms: number) => {
    buttons.forEach((each) => (each.disabled = true))
    told.textContent = `正在快进 ${words}…`
    await ask(ms).then(
      (clock) => {
        show(clock)
        told.textContent = `过了 ${words}，到点的事办好了。手机里的页面没变，就点“重新载入”。`
      },
      () => (told.textContent = '没能快进。请看看 npm start 是否还在运行，再试一次。'),
    )
    buttons.forEach((each) => (each.disabled = false))
  }
  const buttons = STEPS.map(([words, ms]) =>
    button(words, () => void pass(words, ms), { 'aria-label': `快进 ${words}` }),
  )
  byId('clock').replaceChildren(
    el('p', { class: 'time' }, time, ahead),
    el('div', { class: 'acts' }, el('span', {}, '快进'), ...buttons),
    told,
    el('p', { class: 'note' }, WHAT_HAPPENS),
  )
  const look = () => ask().then(show, () => undefined)
  void look()
  setInterval(() => void (document.hidden || look()), EVERY)
}
