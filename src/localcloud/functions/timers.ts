import type { CloudDescription } from '../../../config/cloud'
import { messageOf } from '../fault'
import { parseCron } from './cron'
import type { Pool } from './pool'

/** The event of a timer trigger. */
export const timerEvent = (name: string, at: Date) => JSON.stringify({ Type: 'Timer', TriggerName: name, Time: at.toISOString(), Message: '' })

export const runTimer = (pool: Pool, functions: CloudDescription['functions'], name: string, at: Date): Promise<string> => {
  const timer = functions[name]?.timer
  if (!timer) return Promise.reject(new Error(`The function ${name} has no timer.`))
  return pool.invoke(name, timerEvent(timer.name, at), { timer: true })
}

/** Fires the described timers each second; a trigger whose last run has not ended is left out. */
export const startTimers = (pool: Pool, functions: CloudDescription['functions'], warn: (line: string) => void): (() => void) => {
  const due = Object.entries(functions).flatMap(([name, { timer }]) => (timer ? [{ name, matches: parseCron(timer.cron) }] : []))
  const busy = new Set<string>()
  const tick = (now: Date) => {
    for (const { name, matches } of due) {
      if (busy.has(name) || !matches(now)) continue
      busy.add(name)
      runTimer(pool, functions, name, now)
        .catch((thrown: unknown) => warn(`[localcloud] the timer of ${name} failed: ${messageOf(thrown)}`))
        .finally(() => busy.delete(name))
    }
  }
  let next: NodeJS.Timeout
  const schedule = () => {
    next = setTimeout(() => {
      schedule()
      tick(new Date())
    }, 1000 - (Date.now() % 1000))
    next.unref()
  }
  schedule()
  return () => clearTimeout(next)
}
