import type { CloudDescription } from '../../../config/cloud'
import { messageOf } from '../fault'
import { parseCron } from './cron'
import type { Pool } from './pool'

/** The event of a timer trigger. */
export const timerEvent = (name: string, at: Date) =>
  JSON.stringify({ Type: 'Timer', TriggerName: name, Time: at.toISOString(), Message: '' })

export const runTimer = (
  pool: Pick<Pool, 'invoke'>,
  functions: CloudDescription['functions'],
  name: string,
  at: Date,
): Promise<string> => {
  const timer = functions[name]?.timer
  if (!timer) return Promise.reject(new Error(`The function ${name} has no timer.`))
  return pool.invoke(name, timerEvent(timer.name, at), { timer: true })
}

const SECOND = 1000
const LATEST = 60

/** The whole seconds after `last` up to `now`, at most a minute of them: a busy machine fires late rather than never. */
const secondsSince = (last: number, now: number): Date[] => {
  const from = Math.max(last + 1, now - LATEST + 1)
  return Array.from({ length: Math.max(0, now - from + 1) }, (_, i) => new Date((from + i) * SECOND))
}

/** Fires the described timers each second; a trigger whose last run has not ended is left out. */
export const startTimers = (
  pool: Pick<Pool, 'invoke'>,
  functions: CloudDescription['functions'],
  warn: (line: string) => void,
): (() => void) => {
  const due = Object.entries(functions).flatMap(([name, { timer }]) =>
    timer ? [{ name, matches: parseCron(timer.cron) }] : [],
  )
  const busy = new Set<string>()
  const fire = (name: string, at: Date) => {
    busy.add(name)
    runTimer(pool, functions, name, at)
      .catch((thrown: unknown) => warn(`[localcloud] the timer of ${name} failed: ${messageOf(thrown)}`))
      .finally(() => busy.delete(name))
  }
  let last = Math.floor(Date.now() / SECOND)
  const clock = setInterval(() => {
    const now = Math.floor(Date.now() / SECOND)
    const seconds = secondsSince(last, now)
    last = Math.max(last, now)
    for (const { name, matches } of due) {
      const at = seconds.find(matches)
      if (at && !busy.has(name)) fire(name, at)
    }
  }, SECOND / 4)
  clock.unref()
  return () => clearInterval(clock)
}
