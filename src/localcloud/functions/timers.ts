import type { CloudDescription } from '../../../config/cloud'
import { messageOf } from '../fault'
import { nextRun, readCron, type Cron } from './cron'
import type { Pool } from './pool'

/** One run of a trigger: when it began (the cloud's time), how long it took (real), and what came of it. */
export type TimerRun = { name: string; at: number; ms: number; result?: string; fault?: string }
export type TimerFacts = {
  name: string
  trigger: string
  cron: string
  running: boolean
  next?: number
  last?: TimerRun
}

type Timer = {
  name: string
  trigger: { name: string; cron: string }
  cron: Cron
  runs: Set<Promise<unknown>>
  last?: TimerRun
}
type Due = { timer: Timer; at: number }

const SECOND = 1000
const FIVE_YEARS = 5 * 366 * 24 * 60 * 60 * SECOND

/** The event of a timer trigger. */
const timerEvent = (name: string, at: number) =>
  JSON.stringify({ Type: 'Timer', TriggerName: name, Time: new Date(at).toISOString(), Message: '' })

/** The described timer triggers, which go by the cloud's time. */
export class Timers {
  private readonly timers: Timer[]
  /** Everything due up to here has been started. */
  private since: number
  private clock?: NodeJS.Timeout

  constructor(
    private readonly pool: Pick<Pool, 'invoke'>,
    functions: CloudDescription['functions'],
    private readonly now: () => number,
    private readonly warn: (line: string) => void,
  ) {
    this.since = now()
    this.timers = Object.entries(functions).flatMap(([name, { timer }]) =>
      timer ? [{ name, trigger: timer, cron: readCron(timer.cron), runs: new Set<Promise<unknown>>() }] : [],
    )
  }

  get started(): boolean {
    return this.clock !== undefined
  }

  /** Fires from now on; a trigger whose last run has not ended is left out. */
  start(): void {
    this.since = this.now()
    this.clock = setInterval(() => {
      for (const due of this.takeDue()) if (due.timer.runs.size === 0) void this.fire(due)
    }, SECOND / 4)
    this.clock.unref()
  }

  stop(): void {
    clearInterval(this.clock)
    this.clock = undefined
  }

  list(): TimerFacts[] {
    return this.timers.map(({ name, trigger, cron, runs, last }) => ({
      name,
      trigger: trigger.name,
      cron: trigger.cron,
      running: runs.size > 0,
      next: nextRun(cron, this.now(), this.now() + FIVE_YEARS),
      last,
    }))
  }

  /** Fires a trigger at once, due or not; answers what the function returned. */
  run(name: string): Promise<string> {
    const timer = this.timers.find((each) => each.name === name)
    if (!timer) return Promise.reject(new Error(`The function ${name} has no timer.`))
    return this.invoke({ timer, at: this.now() })
  }

  /** After a leap in time: what became due runs once, one after the other, in the order in which it was due. */
  async catchUp(): Promise<TimerRun[]> {
    if (!this.started) return []
    const ran: TimerRun[] = []
    for (const due of this.takeDue()) {
      await Promise.allSettled(due.timer.runs)
      await this.fire(due)
      if (due.timer.last) ran.push(due.timer.last)
    }
    return ran
  }

  private takeDue(): Due[] {
    const [since, now] = [this.since, this.now()]
    this.since = Math.max(since, now)
    return this.timers
      .flatMap((timer) => {
        const at = nextRun(timer.cron, since, now)
        return at === undefined ? [] : [{ timer, at }]
      })
      .sort((a, b) => a.at - b.at)
  }

  private async fire(due: Due): Promise<void> {
    await this.invoke(due).catch((thrown: unknown) =>
      this.warn(`[localcloud] the timer of ${due.timer.name} failed: ${messageOf(thrown)}`),
    )
  }

  private async invoke({ timer, at }: Due): Promise<string> {
    const { name, trigger, runs } = timer
    const [startedAt, began] = [this.now(), performance.now()]
    const ended = (outcome: Pick<TimerRun, 'result' | 'fault'>) => {
      timer.last = { name, at: startedAt, ms: performance.now() - began, ...outcome }
    }
    const run = this.pool.invoke(name, timerEvent(trigger.name, at), { timer: true })
    runs.add(run)
    try {
      const result = await run
      ended({ result })
      return result
    } catch (thrown) {
      ended({ fault: messageOf(thrown) })
      throw thrown
    } finally {
      runs.delete(run)
    }
  }
}
