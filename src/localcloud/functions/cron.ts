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
const DAY = 3
const WEEKDAY = 5

// The cloud's timers go by Chinese time, which has had no summer time since 1991.
const zoned = (date: Date): ZonedTime => {
  const at = new Date(date.getTime() + SHANGHAI)
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

/** A matcher for the cloud's 7-field cron: second minute hour day month weekday year, in Chinese time. */
export const parseCron = (cron: string): ((date: Date) => boolean) => {
  const parts = cron.trim().split(/\s+/)
  if (parts.length !== FIELDS.length) throw new Error(`not a cron: '${cron}' (7 fields are needed)`)
  const allowed = FIELDS.map(
    (field, i) => new Set((parts[i] ?? '').split(',').flatMap((part) => parsePart(part, field, cron))),
  )
  const anyDay = parts[DAY] === '*'
  const anyWeekday = parts[WEEKDAY] === '*'
  return (date) => {
    const at = zoned(date)
    const fits = FIELDS.map((field, i) => allowed[i]?.has(field.of(at)) === true)
    const day = fits[DAY] === true
    const weekday = fits[WEEKDAY] === true
    // When both are given, either is enough.
    const dayFits = anyDay || anyWeekday ? day && weekday : day || weekday
    return dayFits && fits.every((fit, i) => fit || i === DAY || i === WEEKDAY)
  }
}
