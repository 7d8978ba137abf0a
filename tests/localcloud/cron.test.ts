import { parseCron } from '../../src/localcloud/functions/cron'

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
    expect(parseCron(cron)(shanghai(at))).toBe(expected)
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
    expect(() => parseCron(cron)).toThrow(/not a cron/)
  })
})
