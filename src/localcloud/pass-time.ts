import type { Clock } from './clock'
import { invalid } from './fault'
import type { TimerRun, Timers } from './functions/timers'
import type { Store } from './store/client'

const MOST = 366 * 24 * 60 * 60 * 1000

/** Moves the cloud's time forward, for good; timers that became due have run, each once, when it resolves. */
export const passTime = async (clock: Clock, store: Store, timers: Timers, ms: number): Promise<TimerRun[]> => {
  if (!Number.isInteger(ms) || ms < 1 || ms > MOST) throw invalid('time passes by 1 millisecond to 366 days')
  // kept before anybody sees it: what was dated by the new time must not meet an older one after a crash
  const { answer: ahead } = await store.ask('moveClock', { by: ms })
  clock.moveTo(ahead)
  return timers.catchUp()
}
