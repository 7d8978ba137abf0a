import { dayInTime, dayText, isLongWait, monthText, pointInTime, waited } from '../../../src/miniprogram/lib/time-text'

const minutes = (count: number) => count * 60_000
const hours = (count: number) => count * 3_600_000
const beijing = (text: string) => new Date(`${text}+08:00`)

describe('how long somebody waits', () => {
  test.each([
    [0, '刚刚'],
    [minutes(1) - 1, '刚刚'],
    [minutes(1), '1 分钟'],
    [minutes(16), '16 分钟'],
    [minutes(60) - 1, '59 分钟'],
    [hours(1), '1 小时'],
    [hours(9), '9 小时'],
    [hours(31), '31 小时'],
    [hours(48) - 1, '47 小时'],
    [hours(48), '2 天'],
    [hours(71), '2 天'],
    [hours(24 * 90), '90 天'],
  ])('%i ms is %s', (ms, words) => expect(waited(ms)).toBe(words))

  test('a clock that runs ahead says 刚刚, not a negative time', () => expect(waited(-5000)).toBe('刚刚'))

  test('is long from 24 hours on', () => {
    expect(isLongWait(hours(24) - 1)).toBe(false)
    expect(isLongWait(hours(24))).toBe(true)
  })
})

describe('when something happened, seen in Beijing on 14 September 2026', () => {
  const now = beijing('2026-09-14T10:52:00')
  test.each([
    ['2026-09-14T10:36:00', '10:36'],
    ['2026-09-14T00:00:00', '00:00'],
    ['2026-09-13T23:59:59', '昨天 23:59'],
    ['2026-09-13T16:20:00', '昨天 16:20'],
    ['2026-09-12T10:20:00', '9月12日 10:20'],
    ['2026-01-01T00:00:00', '1月1日 00:00'],
    ['2025-12-31T23:59:59', '2025年12月31日 23:59'],
  ])('%s is %s', (then, words) => expect(pointInTime(beijing(then), now)).toBe(words))

  test('New Year’s Eve is 昨天 on New Year’s Day', () => {
    expect(pointInTime(beijing('2025-12-31T20:00:00'), beijing('2026-01-01T08:00:00'))).toBe('昨天 20:00')
  })

  test('a day has a year only if it is another year', () => {
    expect(dayInTime(beijing('2026-09-24T00:00:00'), now)).toBe('9月24日')
    expect(dayInTime(beijing('2027-03-01T00:00:00'), now)).toBe('2027年3月1日')
  })
})

describe('months and days of a form', () => {
  test.each([
    ['2020-05', '2020年5月'],
    ['2019-12', '2019年12月'],
    ['', ''],
    ['不详', '不详'],
  ])('month %s is %s', (month, words) => expect(monthText(month)).toBe(words))

  test('day 2005-09-01 is 2005年9月1日', () => expect(dayText('2005-09-01')).toBe('2005年9月1日'))
})
