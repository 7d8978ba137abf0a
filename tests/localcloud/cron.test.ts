import { firesAt, nextRun, readCron } from '../../src/localcloud/functions/cron'

const shanghai = (text: string) => new Date(`${text}+08:00`)

describe('a cron of seven fields', () => {
  it.each([
    ['*/10 * * * * * *', '2026-03-01T08:00:20', true],
    ['*/10 * * * * * *', '2026-03-01T08:00:21', false],
    ['0 0 2 * * * *', '2026-03-01T02:00:00', true],
    ['0 0 2 * * * *', '2026-03-01T02:01:00', false],
    ['0 0 2 * * * *', '2026-03-01T10:00:00', false],
    ['0 30 9-17 * * MON-FRI *', '2026-03-02T17:30:00', true],
    ['0 30 9-17 * * MON-FRI *', '2026-03-01T17:30:00', false],
    ['0 0 0 1 1,7 * *', '2026-07-01T00:00:00', true],
    ['0 0 0 1 JAN,JUL * *', '2026-08-01T00:00:00', false],
    ['0 0 0 1 * * 2026-2027', '2028-01-01T00:00:00', false],
    ['5/20 * * * * * *', '2026-03-01T00:00:45', true],
    ['5/20 * * * * * *', '2026-03-01T00:00:40', false],
    ['0 0 0 13 * 5 *', '2026-03-13T00:00:00', true],
    ['0 0 0 13 * 5 *', '2026-03-20T00:00:00', true],
    ['0 0 0 13 * 5 *', '2026-03-21T00:00:00', false],
  ])('%s at %s: %s', (cron, at, expected) => {
    expect(firesAt(readCron(cron), shanghai(at))).toBe(expected)
  })

  it.each([
    '* * * * *',
    '60 * * * * * *',
    '* * 24 * * * *',
    '* * * 0 * * *',
    '*/0 * * * * * *',
    '5-1 * * * * * *',
    'x * * * * * *',
    '',
  ])('refuses %p', (cron) => {
    expect(() => readCron(cron)).toThrow(/not a cron/)
  })
})

describe('the next run', () => {
  const next = (cron: string, after: string, until = '2036-01-01T00:00:00') => {
    const at = nextRun(readCron(cron), shanghai(after).getTime(), shanghai(until).getTime())
    return at && new Date(at)
  }

  it.each([
    ['*/10 * * * * * *', '2026-03-01T08:00:20', '2026-03-01T08:00:30'],
    ['0 0 2 * * * *', '2026-03-01T01:59:59', '2026-03-01T02:00:00'],
    ['0 0 2 * * * *', '2026-03-01T02:00:00', '2026-03-02T02:00:00'],
    ['0 30 9-17 * * MON-FRI *', '2026-02-27T17:30:00', '2026-03-02T09:30:00'],
    ['59 59 23 29 2 * *', '2026-03-01T00:00:00', '2028-02-29T23:59:59'],
  ])('of %s after %s is %s', (cron, after, expected) => {
    expect(next(cron, after)).toEqual(shanghai(expected))
  })

  it('is none when there is none before the end', () => {
    expect(next('0 0 2 * * * *', '2026-03-01T02:00:00', '2026-03-02T01:59:59')).toBeUndefined()
    expect(next('0 0 0 1 * * 2025', '2026-03-01T00:00:00')).toBeUndefined()
  })
})
