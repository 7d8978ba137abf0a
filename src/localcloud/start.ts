import path from 'node:path'
import { runBackup } from './backup/run'
import { CallLog } from './call-log'
import type { Cloud, CloudOptions } from './cloud'
import { Files } from './files'
import { Pool } from './functions/pool'
import { runTimer, startTimers } from './functions/timers'
import { healthOf } from './gateway/health'
import { listen } from './gateway/listen'
import { route } from './gateway/route'
import { Outbox } from './outbox/outbox'
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
export type { Health } from './gateway/health'
export type { OutboxEntry } from './outbox/outbox'
export type { WireCall, WireOutcome, WireScript } from './protocol/wire'
export type { RealNameOutcome, RealNameScript } from './sandbox/real-name'

const openServices = async (options: CloudOptions, url: string, warn: (line: string) => void): Promise<Services> => {
  const { dir, description, functionsDir, watch, log } = options
  const more = typeof options.env === 'function' ? options.env(url) : (options.env ?? {})
  const store = await Store.open({
    dir,
    description: { collections: description.collections },
    durable: options.durable,
    scans: options.scans ?? 'refuse',
  })
  if (store.report) warn(store.report)
  const outbox = new Outbox(store)
  const openTransactions = new OpenTransactions()
  const env = () => ({ PATH: process.env.PATH ?? '', ...sdkEnvFor(url), ...more })
  return {
    description,
    store,
    outbox,
    pool: new Pool({
      functions: description.functions,
      dir: functionsDir,
      env,
      watch,
      log,
      ended: (token) => openTransactions.callEnded(token),
    }),
    files: new Files(path.join(dir, 'files'), ENV_ID, () => url),
    realName: new RealName(),
    wechat: new WeChat(outbox),
    calls: new CallLog(warn),
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
  const { pool, store, outbox, realName, wechat, calls, wire } = ready
  const { functions } = options.description
  const stopTimers = options.timers ? startTimers(pool, functions, warn) : () => undefined
  const backups: Promise<unknown>[] = []
  return {
    url,
    port,
    sdkEnv: () => sdkEnvFor(url),
    invoke: async (name, event = {}, caller = {}) =>
      parseResult(await pool.invoke(name, JSON.stringify(event), caller)),
    runTimer: async (name) => parseResult(await runTimer(pool, functions, name, new Date())),
    outbox: { list: () => outbox.list(), clear: () => outbox.clear() },
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
      stopTimers()
      await Promise.allSettled(backups)
      services = null
      await pool.close()
      await close()
      await store.close()
    },
  }
}
