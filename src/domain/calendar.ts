/** A day of the calendar in China, `YYYY-MM-DD`. */
export type Day = string
/** A month of the calendar in China, `YYYY-MM`. */
export type Month = string

// Asia/Shanghai has been UTC+8 without daylight saving since 1991, before anybody whom the rules let in was born.
const SHANGHAI = 8 * 60 * 60 * 1000

const two = (number: number) => String(number).padStart(2, '0')
const partsOf = (date: string): [year: number, month: number, day: number] => [
  Number(date.slice(0, 4)),
  Number(date.slice(5, 7)),
  Number(date.slice(8, 10)),
]
const daysIn = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The day on which this instant falls in China. */
export const dayOf = (instant: Date): Day => new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 10)
/** The time in China to the minute, as messages show it: `2026-09-12 10:05`. */
export const minuteOf = (instant: Date): string =>
  new Date(instant.getTime() + SHANGHAI).toISOString().slice(0, 16).replace('T', ' ')
/** The coming midnight in China. */
export const endOfDay = (instant: Date): Date =>
  new Date(new Date(`${dayOf(instant)}T24:00:00.000Z`).getTime() - SHANGHAI)
/** The month in which this instant falls in China. */
export const monthOf = (instant: Date): Month => dayOf(instant).slice(0, 7)

/** A real month from 1900 to 9999. */
export const isMonth = (text: string): text is Month => {
  if (!/^\d{4}-\d{2}$/.test(text)) return false
  const [year, month] = partsOf(text)
  return year >= 1900 && month >= 1 && month <= 12
}

/** A real day from 1900 to 9999. */
export const isDay = (text: string): text is Day => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isMonth(text.slice(0, 7))) return false
  const [year, month, day] = partsOf(text)
  return day >= 1 && day <= daysIn(year, month)
}

/** Whole months from one month to another; negative when `to` comes first. */
export const monthsBetween = (from: Month, to: Month): number => {
  const [fromYear, fromMonth] = partsOf(from)
  const [toYear, toMonth] = partsOf(to)
  return (toYear - fromYear) * 12 + toMonth - fromMonth
}

export const addMonths = (month: Month, count: number): Month => {
  const [year, number] = partsOf(month)
  const months = year * 12 + number - 1 + count
  return `${Math.floor(months / 12)}-${two((months % 12) + 1)}`
}

/** The same day of a later month, or that month's last day where it has no such day. */
export const addMonthsToDay = (day: Day, count: number): Day => {
  const month = addMonths(day.slice(0, 7), count)
  const [year, number] = partsOf(month)
  return `${month}-${two(Math.min(partsOf(day)[2], daysIn(year, number)))}`
}

export const addDays = (day: Day, count: number): Day => {
  const [year, month, number] = partsOf(day)
  return new Date(Date.UTC(year, month - 1, number + count)).toISOString().slice(0, 10)
}

export const daysBetween = (from: Day, to: Day): number => {
  const at = (day: Day) => {
    const [year, month, number] = partsOf(day)
    return Date.UTC(year, month - 1, number)
  }
  return Math.round((at(to) - at(from)) / (24 * 60 * 60 * 1000))
}

/**
 * Whole years lived on a day, the birthday included. Somebody born on 29 February is a year older on 1 March of a common
 * year: no source says so, but it is the day on which nobody can doubt the age.
 */
export const yearsOldOn = (birthDate: Day, day: Day): number => {
  const years = partsOf(day)[0] - partsOf(birthDate)[0]
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}
