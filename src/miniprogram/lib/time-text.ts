const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

// The programme's time is Beijing's wherever the phone is: UTC+8, without summer time.
const BEIJING = 8 * HOUR

const two = (figure: number) => String(figure).padStart(2, '0')

const parts = (date: Date) => {
  const shifted = new Date(date.getTime() + BEIJING)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    clock: `${two(shifted.getUTCHours())}:${two(shifted.getUTCMinutes())}`,
    dayNumber: Math.floor(shifted.getTime() / DAY),
  }
}

/** How long, from milliseconds: 刚刚, 16 分钟, 31 小时, and from 48 hours on 2 天. */
export const waited = (ms: number) => {
  if (ms < MINUTE) return '刚刚'
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} 分钟`
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} 小时`
  return `${Math.floor(ms / DAY)} 天`
}

/** From here on a waiting mark is drawn as a warning. */
export const isLongWait = (ms: number) => ms >= DAY

/** When: 10:36 today, 昨天 16:20, 9月12日 10:20, with the year if it is not this one. */
export const pointInTime = (date: Date, now: Date) => {
  const then = parts(date)
  const today = parts(now)
  if (then.dayNumber === today.dayNumber) return then.clock
  if (then.dayNumber === today.dayNumber - 1) return `昨天 ${then.clock}`
  const year = then.year === today.year ? '' : `${then.year}年`
  return `${year}${then.month}月${then.day}日 ${then.clock}`
}

/** A date without its time: 9月24日, with the year if it is not this one. */
export const dayInTime = (date: Date, now: Date) => {
  const then = parts(date)
  const year = then.year === parts(now).year ? '' : `${then.year}年`
  return `${year}${then.month}月${then.day}日`
}

/** `2020-05` as 2020年5月; anything else as it came. */
export const monthText = (month: string) => month.replace(/^(\d{4})-0?(\d{1,2})$/, '$1年$2月')

/** `2005-09-01` as 2005年9月1日; anything else as it came. */
export const dayText = (day: string) => day.replace(/^(\d{4})-0?(\d{1,2})-0?(\d{1,2})$/, '$1年$2月$3日')
