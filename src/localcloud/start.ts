import path from 'node:path'
import { runBackup } from './backup/run'
import { CallLog } from './call-log'
import { Clock } from './clock'
import type { Cloud, CloudOptions } from './cloud'
import { Files } from './files'
import { Pool } from './functions/pool'
import { Timers } from './functions/timers'
import { healthOf } from './gateway/health'
import { listen } from './gateway/listen'
import { route } from './gateway/route'
import { Invocations } from './invocations'
import { Outbox } from './outbox/outbox'
import { passTime } from './pass-time'
import { Wire } from './protocol/wire'
import { OpenTransactions } from './protocol/open-transactions'
import { RealName } from './sandbox/real-name'
import { WeChat } from './sandbox/wechat'
import { ENV_ID, sdkEnvFor } from './sdk-env'
import type { Services } from './services'
import { Store } from './store/client'

export { restore } from './backup/restore'
export type { Manifest } from './backup/manifest'
export type { Cloud, CloudOptions, Sandbox } from './cloud'
export type { DatabaseCall, ScanWarning } from './call-log'
export type { TimerRun } from './functions/timers'
export type { Health } from './gateway/health'
export type { OutboxEntry } from './outbox/outbox'
export type { WireCall, WireOutcome, WireScript } from './protocol/wire'
export type { RealNameOutcome, RealNameScript } from './sandbox/real-name'

const openServices = async (options: CloudOptions, url: string, warn: (line: string) => void): Promise<Services> => {
  const { dir, description, functionsDir, watch, log } = options
  const more = typeof options.env === 'function' ? options.env(url) : (options.env ?? {})
  const clock = new Clock()
  const { shared, now } = clock
  const store = await Store.open({
    dir,
    description: { collections: description.collections },
    durable: options.durable,
    clock: shared,
    scans: options.scans ?? 'refuse',
  })
  if (store.report) warn(store.report)
  clock.moveTo((await store.ask('readClock', undefined)).answer)
  const outbox = new Outbox(store, now)
  const invocations = new Invocations(now)
  const env = () => ({ PATH: process.env.PATH ?? '', ...sdkEnvFor(url), ...more })
  const { functions } = description
  const openTransactions = new OpenTransactions()
  const pool = new Pool({
    functions,
    dir: functionsDir,
    env,
    clock: shared,
    invocations,
    watch,
    log,
    ended: (token) => openTransactions.callEnded(token),
  })
  return {
    description,
    store,
    outbox,
    pool,
    files: new Files(path.join(dir, 'files'), ENV_ID, () => url, now),
    realName: new RealName(),
    wechat: new WeChat(outbox, now),
    calls: new CallLog(warn, now, invocations),
    invocations,
    clock,
    timers: new Timers(pool, functions, now, warn),
    inspector: options.inspector === true,
    wire: new Wire(),
    openTransactions,
  }
}

const parseResult = (text: string): unknown => JSON.parse(text)

/** Starts the cloud on this machine. Rejects in one sentence when the folder is damaged or the port is taken. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const warn = options.log ?? ((line: string) => console.warn(line))
  let services: Services | null = null
  const { port, close } = await listen(
    options.port ?? 0,
    (request, response) => void route(services, options.sites ?? {}, request, response),
  )
  const url = `http://127.0.0.1:${port}`
  const ready = await openServices(options, url, warn).catch(async (thrown: unknown) => {
    await close()
    throw thrown
  })
  services = ready
  const { pool, store, outbox, realName, wechat, calls, wire, clock, timers } = ready
  if (options.timers) timers.start()
  const backups: Promise<unknown>[] = []
  return {
    url,
    port,
    sdkEnv: () => sdkEnvFor(url),
    invoke: async (name, event = {}, caller = {}) =>
      parseResult(await pool.invoke(name, JSON.stringify(event), caller)),
    runTimer: async (name) => parseResult(await timers.run(name)),
    outbox: { list: () => outbox.list(), clear: () => outbox.clear() },
    clock: { now: clock.now, pass: (ms) => passTime(clock, store, timers, ms) },
    sandbox: {
      realName,
      phoneCodes: wechat.phoneCodes,
      refuseMessages: (openid) => void wechat.refusing.add(openid),
      allowMessages: (openid) => void wechat.refusing.delete(openid),
    },
    wire,
    health: () => healthOf(services),
    calls: () => calls.list(),
    scans: () => calls.scans(),
    backup: (folder) => {
      const running = runBackup({ dir: options.dir, folder })
      backups.push(running)
      return running
    },
    close: async () => {
      timers.stop()
      await Promise.allSettled(backups)
      services = null
      await pool.close()
      await close()
      await store.close()
    },
  }
}
