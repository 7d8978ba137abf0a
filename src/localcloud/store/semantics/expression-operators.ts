import { evalExpr } from 'mingo/core'
import { $dayOfWeek, $dayOfYear, $isoWeek, $year } from 'mingo/operators/expression'
import { failed, operator, type Expression } from './operands'
import { compareValues } from './order'

/** Expressions compare by the total order of all kinds; a missing value is less than null. */
const comparison = (name: string, answer: (difference: number) => unknown) =>
  operator(name, [2, 2], (a, b) => answer(Math.sign(compareValues(a, b))))

type Units = readonly (string | number)[]
const codePoints = (text: string): Units => Array.from(text)
const bytes = (text: string): Units => [...Buffer.from(text)]

const indexOf = (name: string, unitsOf: (text: string) => Units) =>
  operator(name, [2, 4], (text, wanted, start = 0, end = undefined) => {
    if (text === null || text === undefined) return null
    if (typeof text !== 'string' || typeof wanted !== 'string') throw failed(`${name} needs texts`)
    const [all, part] = [unitsOf(text), unitsOf(wanted)]
    const last = Math.min(typeof end === 'number' ? end : all.length, all.length) - part.length
    for (let at = Number(start); at <= last; at++) if (part.every((unit, i) => unit === all[at + i])) return at
    return -1
  })

const indexOfArray = operator('$indexOfArray', [2, 4], (list, wanted, start = 0, end = undefined) => {
  if (list === null || list === undefined) return null
  if (!Array.isArray(list)) throw failed('$indexOfArray needs an array')
  const last = Math.min(typeof end === 'number' ? end : list.length, list.length)
  for (let at = Number(start); at < last; at++) if (compareValues(list[at], wanted) === 0) return at
  return -1
})

const substrBytes = operator('$substrBytes', [3, 3], (text, start, count) => {
  if (text === null || text === undefined) return ''
  const from = Number(start)
  if (from < 0) return ''
  const all = Buffer.from(text instanceof Date ? text.toISOString() : String(text))
  const cut = all.subarray(from, Number(count) < 0 ? undefined : from + Number(count)).toString()
  if (cut.includes('\uFFFD')) throw failed('$substrBytes cuts a character in two')
  return cut
})

const strcasecmp = operator('$strcasecmp', [2, 2], (a, b) =>
  Math.sign(compareValues(String(a ?? '').toUpperCase(), String(b ?? '').toUpperCase())),
)

const trunc: Expression = (doc, expression, options) => {
  const value: unknown = evalExpr(doc, expression, options)
  const [number, places = 0]: unknown[] = Array.isArray(value) ? value : [value]
  if (number === null || number === undefined) return null
  if (typeof number !== 'number' || !Number.isInteger(places)) throw failed('$trunc needs a number')
  const factor = 10 ** Number(places)
  return Math.trunc(number * factor) / factor
}

/** Sunday begins a week; the days before the first one are week 0. */
const week: Expression = (doc, date, options) =>
  Math.floor(($dayOfYear(doc, date, options) + 7 - $dayOfWeek(doc, date, options)) / 7)

/** The first days of January may belong to the last week of the year before, and the last of December to the next. */
const isoWeekYear: Expression = (doc, date, options) => {
  const [number, day] = [$isoWeek(doc, date, options), $dayOfYear(doc, date, options)]
  return $year(doc, date, options) + (number === 1 && day > 7 ? 1 : 0) - (number > 50 && day < 7 ? 1 : 0)
}

const meta: Expression = () => {
  throw failed('$meta needs a text index, which the local cloud does not have')
}

/** Where mingo answers otherwise than MongoDB, or not at all. */
export const expressionOperators = {
  $cmp: comparison('$cmp', (difference) => difference),
  $eq: comparison('$eq', (difference) => difference === 0),
  $ne: comparison('$ne', (difference) => difference !== 0),
  $gt: comparison('$gt', (difference) => difference > 0),
  $gte: comparison('$gte', (difference) => difference >= 0),
  $lt: comparison('$lt', (difference) => difference < 0),
  $lte: comparison('$lte', (difference) => difference <= 0),
  $indexOfArray: indexOfArray,
  $indexOfBytes: indexOf('$indexOfBytes', bytes),
  $indexOfCP: indexOf('$indexOfCP', codePoints),
  $substr: substrBytes,
  $substrBytes: substrBytes,
  $strcasecmp: strcasecmp,
  $trunc: trunc,
  $week: week,
  $isoWeekYear: isoWeekYear,
  $meta: meta,
}
