import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import type { How } from './how'
import { load, type Load } from './load'
import { atLeast, atMost, percentile, type Row } from './row'
import type { Served } from './server'

const WARM_UP_SECONDS = 3
const START_SECONDS = 90
const SECONDS = { full: 15, quick: 8, counts: 0 }
/** As many as come at most; if they are over early, the time until then counts. */
const FRESHMEN_A_SECOND = 400

const canPin = () => spawnSync('taskset', ['-c', '0', 'true']).status === 0

/** The server in a process of its own, on one core where the system allows to say so. */
function start(freshmen: number, pinned: boolean): ChildProcess {
  const node = [process.execPath, '--import', 'tsx', 'tests/bench/server.ts', String(freshmen)]
  const [command = '', ...args] = pinned ? ['taskset', '-c', '0', ...node] : node
  return spawn(command, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
}

const served = (child: ChildProcess) =>
  new Promise<Served>((resolve, reject) => {
    child.once('message', (message) => resolve(message as Served)) // the only thing that the server sends
    child.once('exit', () => reject(new Error('the server did not start')))
    setTimeout(() => reject(new Error('the server did not start in time')), START_SECONDS * 1000).unref()
  })

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
    child.disconnect()
  })

function rowsOf({ latencies, seconds, refusals }: Load, pinned: boolean): Row[] {
  if (refusals.length > 0) throw new Error(`${refusals.length} check-ins were refused: ${refusals[0]}`)
  const where = pinned ? ', server on one core' : ', server not pinned'
  const spread = ` (median ${Math.round(percentile(latencies, 0.5))} ms)`
  return [
    atLeast('P22', `check-ins at 64 connections${where}`, latencies.length / seconds, 1500, ' a second'),
    atMost('P22', `p99 of a check-in at 64 connections${where}`, percentile(latencies, 0.99), 50, ' ms', spread),
  ]
}

/** P22: what one server takes, durably, from another process on this machine. */
export async function throughputRows({ effort }: How): Promise<Row[]> {
  const pinned = canPin()
  const seconds = SECONDS[effort]
  const child = start((WARM_UP_SECONDS + seconds) * FRESHMEN_A_SECOND, pinned)
  try {
    const server = await served(child)
    const share = Math.floor((server.callers.length * WARM_UP_SECONDS) / (WARM_UP_SECONDS + seconds))
    await load({ ...server, callers: server.callers.slice(0, share) }, WARM_UP_SECONDS)
    return rowsOf(await load({ ...server, callers: server.callers.slice(share) }, seconds), pinned)
  } finally {
    await ended(child)
  }
}
