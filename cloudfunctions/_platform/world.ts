import { readKeyring, type Keyring } from './crypto/keyring'
import { openDatabase, type Database } from './db/database'
import { consoleLog, type Log } from './log'
import type { IdentityProvider } from './providers/real-name'
import type { SmsSender } from './providers/sms'
import { readSettings, type Settings } from './settings'

/** Everything that a handler may ask of the world outside it. */
export type World = {
  db: Database
  keys: Keyring
  clock: () => Date
  random: () => number
  log: Log
  sms: SmsSender
  realName: IdentityProvider
  settings: Settings
}

/** The outside services that a function talks to. Those that it does not name are not in its bundle either. */
export type Providers = { sms?: (settings: Settings) => SmsSender; realName?: (settings: Settings) => IdentityProvider }

const absent = (name: string) => () => Promise.reject(new Error(`${name} is not a service of this function`))

/** Throws, with the name of what is missing, when the environment is incomplete: a function must not start half. */
export function openWorld(providers: Providers = {}, env: NodeJS.ProcessEnv = process.env): World {
  const settings = readSettings(env)
  return {
    db: openDatabase(),
    keys: readKeyring(env),
    clock: () => new Date(),
    random: Math.random,
    log: consoleLog,
    sms: providers.sms?.(settings) ?? { sendCode: absent('sms') },
    realName: providers.realName?.(settings) ?? { verify: absent('realName') },
    settings,
  }
}
