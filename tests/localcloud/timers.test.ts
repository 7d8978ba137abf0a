import { Timers } from '../../src/localcloud/functions/timers'

const HOUR = 3_600_000
const timer = (cron: string) => ({ timeout: 1, memoryMB: 64, instances: 1, timer: { name: 'tick', cron } })
const functions = {
  every: timer('*/10 * * * * * *'),
  never: { timeout: 1, memoryMB: 64, instances: 1 },
}

/** A pool that only notes what it is asked for; a call ends when the test says so, or at once. */
const notingPool = ({ atOnce = false } = {}) => {
  const fired: string[] = []
  const ends: (() => void)[] = []
  const invoke = (name: string, event: string) => {
    fired.push(`${name} ${(JSON.parse(event) as { Time: string }).Time}`)
    return atOnce ? Promise.resolve('null') : new Promise<string>((resolve) => ends.push(() => resolve('null')))
  }
  return { pool: { invoke }, fired, ends }
}

const quiet = () => undefined
const realNow = () => Date.now()

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-01T00:00:05.300Z') }))
afterEach(() => jest.useRealTimers())

describe('the timers', () => {
  it('fire once in each matching second', async () => {
    const { pool, fired, ends } = notingPool()
    const timers = new Timers(pool, functions, realNow, quiet)
    timers.start()
    await jest.advanceTimersByTimeAsync(6_000)
    ends.forEach((end) => end())
    await jest.advanceTimersByTimeAsync(10_000)
    expect(fired).toEqual(['every 2026-03-01T00:00:10.000Z', 'every 2026-03-01T00:00:20.000Z'])
    timers.stop()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(fired).toHaveLength(2)
  })

  it('leave a trigger out while its last run has not ended', async () => {
    const { pool, fired, ends } = notingPool()
    const timers = new Timers(pool, functions, realNow, quiet)
    timers.start()
    await jest.advanceTimersByTimeAsync(36_000)
    expect(fired).toHaveLength(1)
    ends.forEach((end) => end())
    await jest.advanceTimersByTimeAsync(10_000)
    expect(fired).toHaveLength(2)
    timers.stop()
  })

  it('fire late, and once, after the machine was busy', async () => {
    const { pool, fired } = notingPool()
    const timers = new Timers(pool, functions, realNow, quiet)
    timers.start()
    jest.setSystemTime(new Date('2026-03-01T00:00:34.000Z'))
    await jest.advanceTimersByTimeAsync(500)
    expect(fired).toEqual(['every 2026-03-01T00:00:10.000Z'])
    timers.stop()
  })

  it('tell when a run has failed, and go on', async () => {
    const told: string[] = []
    const invoke = () => Promise.reject(new Error('boom'))
    const timers = new Timers({ invoke }, functions, realNow, (line) => void told.push(line))
    timers.start()
    await jest.advanceTimersByTimeAsync(16_000)
    expect(told).toEqual(Array(2).fill('[localcloud] the timer of every failed: boom'))
    expect(timers.list()).toMatchObject([{ name: 'every', running: false, last: { fault: 'boom' } }])
    timers.stop()
  })

  it('say when they run next', () => {
    const timers = new Timers(notingPool().pool, { daily: timer('0 0 2 * * * *') }, realNow, quiet)
    expect(timers.list()).toEqual([
      { name: 'daily', trigger: 'tick', cron: '0 0 2 * * * *', running: false, next: Date.parse('2026-03-01T18:00Z') },
    ])
  })
})

describe('when time leaps forward', () => {
  const night = { late: timer('0 0 3 * * * *'), early: timer('0 0 2 * * * *'), yearly: timer('0 0 0 1 7 * *') }

  it('what became due runs once, in order, and what did not does not', async () => {
    let ahead = 0
    const { pool, fired } = notingPool({ atOnce: true })
    const timers = new Timers(pool, night, () => Date.now() + ahead, quiet)
    timers.start()
    ahead = 48 * HOUR
    const ran = await timers.catchUp()
    await jest.advanceTimersByTimeAsync(5_000)
    expect(fired).toEqual(['early 2026-03-01T18:00:00.000Z', 'late 2026-03-01T19:00:00.000Z'])
    expect(ran).toMatchObject([
      { name: 'early', at: Date.parse('2026-03-03T00:00:05.300Z'), result: 'null' },
      { name: 'late', result: 'null' },
    ])
    timers.stop()
  })

  it('a run that has not ended is waited for', async () => {
    let ahead = 0
    const { pool, fired, ends } = notingPool()
    const timers = new Timers(pool, functions, () => Date.now() + ahead, quiet)
    timers.start()
    await jest.advanceTimersByTimeAsync(6_000)
    ahead = HOUR
    const caughtUp = timers.catchUp()
    await jest.advanceTimersByTimeAsync(0)
    expect(fired).toHaveLength(1)
    ends[0]?.()
    await jest.advanceTimersByTimeAsync(0)
    expect(fired).toHaveLength(2)
    ends[1]?.()
    expect(await caughtUp).toHaveLength(1)
    timers.stop()
  })

  it('nothing runs in a cloud whose timers are off', async () => {
    let ahead = 0
    const { pool, fired } = notingPool({ atOnce: true })
    const timers = new Timers(pool, functions, () => Date.now() + ahead, quiet)
    ahead = HOUR
    expect(await timers.catchUp()).toEqual([])
    expect(fired).toEqual([])
  })
})
