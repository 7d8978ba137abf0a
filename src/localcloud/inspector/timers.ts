import { invalid } from '../fault'
import type { TimerRun } from '../functions/timers'
import { passTime } from '../pass-time'
import type { Fields } from '../protocol/fields'
import { text } from '../protocol/fields'
import type { Services } from '../services'
import type { ClockView, PassedView, TimersView } from './views'

const RESULT = 200

const short = (run: TimerRun): TimerRun => ({
  ...run,
  ...(run.result === undefined ? {} : { result: run.result.slice(0, RESULT) }),
  ...(run.fault === undefined ? {} : { fault: run.fault.split('\n')[0]?.slice(0, RESULT) }),
})

export const timers = ({ timers: all }: Services): TimersView => ({
  started: all.started,
  timers: all.list().map(({ last, ...facts }) => ({ ...facts, ...(last ? { last: short(last) } : {}) })),
})

/** Fires a trigger now; how it went stands in the list. */
export const runTimer = async (services: Services, fields: Fields): Promise<TimersView> => {
  const name = text(fields, 'run')
  if (!services.timers.list().some((each) => each.name === name)) throw invalid(`the function ${name} has no timer`)
  await services.timers.run(name).catch(() => undefined) // kept as the timer's last run
  return timers(services)
}

export const clock = ({ clock: { now, ahead } }: Services): ClockView => ({ now: now(), ahead })

export const pass = async (services: Services, { pass: ms }: Fields): Promise<PassedView> => {
  const ran = await passTime(services.clock, services.store, services.timers, typeof ms === 'number' ? ms : NaN)
  return { ...clock(services), ran: ran.map(short) }
}
