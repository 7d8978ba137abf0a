import { randomUUID } from 'node:crypto'
import { consoleLog, costOf, faultOf } from '../_platform/log'
import { metered } from '../_platform/meter'
import { realNameProvider } from '../_platform/providers/real-name'
import { openWorld, type World } from '../_platform/world'
import { tick } from './tick'

let world: World | undefined

/** One run of the clock. What it could not finish is still due at the next one, so a fault is logged and no more. */
export const main = () =>
  metered(async (meter) => {
    const line = { fn: 'timer', verb: 'tick', request: randomUUID() }
    const started = Date.now()
    try {
      world ??= openWorld({ realName: realNameProvider })
      const done = await tick(world, line.request)
      const extra = { ...(done.keys ? { keys: done.keys } : {}), ...(done.setAside ? { setAside: done.setAside } : {}) }
      consoleLog({ ...line, level: 'info', result: 'OK', ms: Date.now() - started, ...costOf(meter), ...extra })
      return done
    } catch (fault) {
      consoleLog({ ...line, level: 'error', result: 'INTERNAL', ms: Date.now() - started, fault: faultOf(fault) })
      return { delivered: 0, failed: 0, setAside: 0 }
    }
  })
