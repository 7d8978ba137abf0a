type Field = { least: number; most: number; names?: string[]; of: (at: ZonedTime) => number }
type ZonedTime = {
  second: number
  minute: number
  hour: number
  day: number
  month: number
  weekday: number
  year: number
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const SHANGHAI = 8 * 60 * 60 * 1000

const FIELDS: Field[] = [
  { least: 0, most: 59, of: (at) => at.second },
  { least: 0, most: 59, of: (at) => at.minute },
  { least: 0, most: 23, of: (at) => at.hour },
  { least: 1, most: 31, of: (at) => at.day },
  { least: 1, most: 12, names: MONTHS, of: (at) => at.month },
  { least: 0, most: 6, names: WEEKDAYS, of: (at) => at.weekday },
  { least: 1970, most: 2099, of: (at) => at.year },
]
const [SECOND, MINUTE, HOUR, DAY, MONTH, WEEKDAY, YEAR] = [0, 1, 2, 3, 4, 5, 6] as const

// The cloud's timers go by Chinese time, which has had no summer time since 1991.
const zoned = (ms: number): ZonedTime => {
  const at = new Date(ms + SHANGHAI)
  return {
    second: at.getUTCSeconds(),
    minute: at.getUTCMinutes(),
    hour: at.getUTCHours(),
    day: at.getUTCDate(),
    month: at.getUTCMonth() + 1,
    weekday: at.getUTCDay(),
    year: at.getUTCFullYear(),
  }
}

const numberOf = (text: string, field: Field, cron: string): number => {
  const named = field.names?.indexOf(text.toUpperCase()) ?? -1
  const value = named >= 0 ? named + field.least : /^\d+$/.test(text) ? Number(text) : NaN
  if (value >= field.least && value <= field.most) return value
  throw new Error(`not a cron: '${cron}' ('${text}' is out of range)`)
}

const parsePart = (part: string, field: Field, cron: string): number[] => {
  const [range = '', step] = part.split('/')
  const [from = '', to] = range.split('-')
  const every = step === undefined ? 1 : Number(step)
  if (!Number.isInteger(every) || every < 1) throw new Error(`not a cron: '${cron}' (step '${step}')`)
  const first = range === '*' ? field.least : numberOf(from, field, cron)
  const last =
    range === '*' || (to === undefined && step !== undefined) ? field.most : numberOf(to ?? from, field, cron)
  if (last < first) throw new Error(`not a cron: '${cron}' ('${part}' runs backwards)`)
  return Array.from({ length: Math.floor((last - first) / every) + 1 }, (_, i) => first + i * every)
}

/** A cron that was read: whether it may fire on the day, in the hour, the minute and the second of an instant. */
export type Cron = Record<'day' | 'hour' | 'minute' | 'second', (at: ZonedTime) => boolean>

/** Reads the cloud's 7-field cron: second minute hour day month weekday year, in Chinese time. */
export const readCron = (cron: string): Cron => {
  const parts = cron.trim().split(/\s+/)
  if (parts.length !== FIELDS.length) throw new Error(`not a cron: '${cron}' (7 fields are needed)`)
  const allowed = FIELDS.map(
    (field, i) => new Set((parts[i] ?? '').split(',').flatMap((part) => parsePart(part, field, cron))),
  )
  const fits = (field: number) => (at: ZonedTime) => allowed[field]?.has(FIELDS[field]?.of(at) ?? NaN) === true
  const [date, month, weekday, year] = [fits(DAY), fits(MONTH), fits(WEEKDAY), fits(YEAR)]
  // When both are given, either is enough.
  const either = parts[DAY] !== '*' && parts[WEEKDAY] !== '*'
  const onDate = (at: ZonedTime) => (either ? date(at) || weekday(at) : date(at) && weekday(at))
  return {
    second: fits(SECOND),
    minute: fits(MINUTE),
    hour: fits(HOUR),
    day: (at) => onDate(at) && month(at) && year(at),
  }
}

export const firesAt = ({ day, hour, minute, second }: Cron, date: Date): boolean => {
  const at = zoned(date.getTime())
  return day(at) && hour(at) && minute(at) && second(at)
}

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const nextStart = (at: number, unit: number) => at - ((at + SHANGHAI) % unit) + unit

/** The first whole second after `after`, up to `until`, in which a cron fires; days that do not fit are leapt over. */
export const nextRun = ({ day, hour, minute, second }: Cron, after: number, until: number): number | undefined => {
  for (let at = nextStart(after, SECOND_MS); at <= until;) {
    const time = zoned(at)
    if (!day(time)) at = nextStart(at, DAY_MS)
    else if (!hour(time)) at = nextStart(at, HOUR_MS)
    else if (!minute(time)) at = nextStart(at, MINUTE_MS)
    else if (!second(time)) at = nextStart(at, SECOND_MS)
    else return at
  }
  return undefined
}
