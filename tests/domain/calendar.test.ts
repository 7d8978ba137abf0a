import {
  addDays,
  addMonths,
  addMonthsToDay,
  dayOf,
  endOfDay,
  minuteOf,
  daysBetween,
  isDay,
  isMonth,
  monthOf,
  monthsBetween,
  yearsOldOn,
} from '#domain/calendar'

describe('a day in China', () => {
  test.each([
    ['2024-08-31T15:59:59.999Z', '2024-08-31', '2024-08'],
    ['2024-08-31T16:00:00.000Z', '2024-09-01', '2024-09'],
    ['2024-12-31T16:00:00.000Z', '2025-01-01', '2025-01'],
    ['2024-02-28T16:00:00.000Z', '2024-02-29', '2024-02'],
    ['2023-02-28T16:00:00.000Z', '2023-03-01', '2023-03'],
  ])('%s is %s', (instant, day, month) => {
    expect(dayOf(new Date(instant))).toBe(day)
    expect(monthOf(new Date(instant))).toBe(month)
  })
})

describe('real days and months', () => {
  test.each(['2024-02-29', '2000-02-29', '1900-01-01', '2024-12-31', '2024-04-30'])('%s is a day', (day) => {
    expect(isDay(day)).toBe(true)
  })
  test.each([
    '2023-02-29',
    '1900-02-29',
    '2024-04-31',
    '2024-00-10',
    '2024-13-01',
    '2024-01-00',
    '2024-1-1',
    '20240101',
    '1899-12-31',
    ' 2024-01-01',
    '2024-01-01\n',
    '',
  ])('%j is no day', (day) => {
    expect(isDay(day)).toBe(false)
  })
  test.each(['2024-01', '2024-12', '1900-01'])('%s is a month', (month) => {
    expect(isMonth(month)).toBe(true)
  })
  test.each(['2024-00', '2024-13', '2024-1', '2024', '1899-12', '2024-01-01', '２０２４-01', ''])(
    '%j is no month',
    (month) => {
      expect(isMonth(month)).toBe(false)
    },
  )
})

describe('counting', () => {
  test.each([
    ['2020-01', '2020-01', 0],
    ['2019-12', '2020-01', 1],
    ['2006-03', '2020-05', 170],
    ['2020-05', '2006-03', -170],
  ])('from %s to %s are %i months', (from, to, months) => {
    expect(monthsBetween(from, to)).toBe(months)
    expect(addMonths(from, months)).toBe(to)
  })

  test.each([
    ['2024-08-31', 6, '2025-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-03-15', 6, '2024-09-15'],
    ['2024-03-31', -1, '2024-02-29'],
  ])('%s and %i months is %s', (day, months, result) => {
    expect(addMonthsToDay(day, months)).toBe(result)
  })

  test.each([
    ['2024-02-28', 1, '2024-02-29'],
    ['2023-02-28', 1, '2023-03-01'],
    ['2024-12-31', 1, '2025-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2024-06-03', 90, '2024-09-01'],
  ])('%s and %i days is %s', (day, days, result) => {
    expect(addDays(day, days)).toBe(result)
    expect(daysBetween(day, result)).toBe(days)
  })
})

describe('an age', () => {
  test.each([
    ['2006-03-15', '2020-03-14', 13],
    ['2006-03-15', '2020-03-15', 14],
    ['2006-03-15', '2034-03-14', 27],
    ['2006-03-15', '2034-03-15', 28],
    ['2008-02-29', '2022-02-28', 13],
    ['2008-02-29', '2022-03-01', 14],
    ['2008-02-29', '2036-02-28', 27],
    ['2008-02-29', '2036-02-29', 28],
    ['2024-09-01', '2024-09-01', 0],
  ])('born %s, on %s: %i', (born, day, years) => {
    expect(yearsOldOn(born, day)).toBe(years)
  })
})

test.each([
  ['2026-09-12T02:00:00.000Z', '2026-09-12T16:00:00.000Z'],
  ['2026-09-12T15:59:59.999Z', '2026-09-12T16:00:00.000Z'],
  ['2026-09-12T16:00:00.000Z', '2026-09-13T16:00:00.000Z'],
])('the day of %s ends at midnight in China', (instant, end) => {
  expect(endOfDay(new Date(instant)).toISOString()).toBe(end)
})

test('a message tells the time in China, whatever the machine’s', () => {
  expect(minuteOf(new Date('2026-09-12T16:05:59.000Z'))).toBe('2026-09-13 00:05')
})
