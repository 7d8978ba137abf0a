// The cloud's timers go by Chinese time wherever the browser is.
const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hourCycle: 'h23', ...options })
const TIME = format({ hour: '2-digit', minute: '2-digit', second: '2-digit' })
const MINUTE = format({ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit' })
const SECOND = format({ month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' })

export const clockTime = (at: number) => TIME.format(at)
export const minuteOf = (at: number) => MINUTE.format(at)
export const secondOf = (at: number) => SECOND.format(at)

export const duration = (ms: number) =>
  ms < 1000 ? `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} 毫秒` : `${(ms / 1000).toFixed(1)} 秒`

export const bytes = (size: number) => (size < 1024 ? `${size} 字节` : `${(size / 1024).toFixed(1)} KB`)

const HOUR = 3_600_000
/** 2 天 3 小时; less than an hour is minutes. */
export function span(ms: number): string {
  if (ms < HOUR) return `${Math.round(ms / 60_000)} 分钟`
  const [days, hours] = [Math.floor(ms / (24 * HOUR)), Math.floor(ms / HOUR) % 24]
  return [days ? `${days} 天` : '', hours ? `${hours} 小时` : ''].filter(Boolean).join(' ')
}

export const count = (figure: number) => figure.toLocaleString('zh-CN')
