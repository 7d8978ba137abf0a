import { startTimers } from '../../src/localcloud/functions/timers'

const functions = {
  every: { timeout: 1, memoryMB: 64, instances: 1, timer: { name: 'tick', cron: '*/10 * * * * * *' } },
  never: { timeout: 1, memoryMB: 64, instances: 1 },
}

/** A pool that only notes what it is asked for; a call ends when the test says so. */
const notingPool = () => {
  const fired: string[] = []
  const ends: (() => void)[] = []
  const invoke = (name: string, event: string) => {
    fired.push(`${name} ${(JSON.parse(event) as { Time: string }).Time}`)
    return new Promise<string>((resolve) => ends.push(() => resolve('null')))
  }
  return { pool: { invoke }, fired, ends }
}

beforeEach(() => jest.useFakeTimers({ now: new Date('2026-03-01T00:00:05.300Z') }))
afterEach(() => jest.useRealTimers())

describe('the timers', () => {
  it('fire once in each matching second', async () => {
    const { pool, fired, ends } = notingPool()
    const stop = startTimers(pool, functions, () => undefined)
    await jest.advanceTimersByTimeAsync(6_000)
    ends.forEach((end) => end())
    await jest.advanceTimersByTimeAsync(10_000)
    expect(fired).toEqual(['every 2026-03-01T00:00:10.000Z', 'every 2026-03-01T00:00:20.000Z'])
    stop()
    await jest.advanceTimersByTimeAsync(60_000)
    expect(fired).toHaveLength(2)
  })

  it('leave a trigger out while its last run has not ended', async () => {
    const { pool, fired, ends } = notingPool()
    const stop = startTimers(pool, functions, () => undefined)
    await jest.advanceTimersByTimeAsync(36_000)
    expect(fired).toHaveLength(1)
    ends.forEach((end) => end())
    await jest.advanceTimersByTimeAsync(10_000)
    expect(fired).toHaveLength(2)
    stop()
  })

  it('fire late, and once, after the machine was busy', async () => {
    const { pool, fired } = notingPool()
    const stop = startTimers(pool, functions, () => undefined)
    jest.setSystemTime(new Date('2026-03-01T00:00:34.000Z'))
    await jest.advanceTimersByTimeAsync(500)
    expect(fired).toEqual(['every 2026-03-01T00:00:10.000Z'])
    stop()
  })

  it('tell when a run has failed, and go on', async () => {
    const told: string[] = []
    const invoke = () => Promise.reject(new Error('boom'))
    const stop = startTimers({ invoke }, functions, (line) => void told.push(line))
    await jest.advanceTimersByTimeAsync(16_000)
    expect(told).toEqual(Array(2).fill('[localcloud] the timer of every failed: boom'))
    stop()
  })
})
