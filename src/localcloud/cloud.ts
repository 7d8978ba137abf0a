import type { CloudDescription } from '../../config/cloud'
import type { Manifest } from './backup/manifest'
import type { DatabaseCall, ScanWarning } from './call-log'
import type { TimerRun } from './functions/timers'
import type { Health } from './gateway/health'
import type { OutboxEntry } from './outbox/outbox'
import type { WireScript } from './protocol/wire'
import type { RealNameScript } from './sandbox/real-name'
import type { ScanPolicy } from './store/scans'

export type CloudOptions = {
  /** The data folder; made when it is not there. */
  dir: string
  description: CloudDescription
  /** Built functions: `<name>/index.js` with `exports.main`. Omitted: no function can be called. */
  functionsDir?: string
  /** More environment for every function; a function of it gets this cloud's URL. */
  env?: Record<string, string> | ((url: string) => Record<string, string>)
  /** 0 or omitted: any free one. Always on 127.0.0.1. */
  port?: number
  /** Runs the timer triggers; default no. */
  timers?: boolean
  /** Shows what happens inside at `/inspector`, to this machine; default no. */
  inspector?: boolean
  /** Path prefix -> folder of static files. */
  sites?: Record<string, string>
  /** A function whose bundle changed is loaded anew at its next call. */
  watch?: boolean
  /** Default yes: an acknowledged write survives a power cut. No: it survives the end of the process only, and is faster (tests). */
  durable?: boolean
  /** What becomes of a query that reads more than 1000 documents without an index; default: it fails. */
  scans?: ScanPolicy
  /** Gets what functions print and what the cloud warns of, line by line. */
  log?: (line: string) => void
}

/** `call` counts the calls for one ID number; the openid is a simulated user's. */
export type Sandbox = {
  realName: {
    /** Checks that a real service would have charged. */
    paidCalls(): number
    reset(): void
    /** Decides outcomes by a function; where it says nothing, the ID number's digits decide. */
    script(decide: RealNameScript | undefined): void
  }
  /** getPhoneNumber: code -> number, good for one use. */
  phoneCodes: Map<string, string>
  refuseMessages(openid: string): void
  allowMessages(openid: string): void
}

export type Cloud = {
  url: string
  port: number
  /** Environment variables that redirect the unmodified SDK to this cloud. */
  sdkEnv(): Record<string, string>
  invoke(
    name: string,
    event?: unknown,
    caller?: { openid?: string; unionid?: string; address?: string },
  ): Promise<unknown>
  /** Fires a function's timer trigger now and waits for it. */
  runTimer(name: string): Promise<unknown>
  outbox: {
    /** Newest first. */
    list(): Promise<OutboxEntry[]>
    clear(): Promise<void>
  }
  /** The cloud's own time, in milliseconds: what functions, `serverDate`, timers and links go by. */
  clock: {
    now(): number
    /** Moves it forward, for good. Timers that became due have run, each once, when it resolves. */
    pass(ms: number): Promise<TimerRun[]>
  }
  sandbox: Sandbox
  /** Decides what happens to each call of the SDK: held, broken, answered with an error. `undefined` ends it. */
  wire: { script(decide: WireScript | undefined): void }
  health(): Health
  /** The last 1000 database calls with their cost, newest last. */
  calls(): DatabaseCall[]
  /** Queries that read more than 1000 documents without an index. */
  scans(): ScanWarning[]
  /** Copies documents and objects of one moment to an empty folder while writes go on. */
  backup(folder: string): Promise<Manifest>
  close(): Promise<void>
}
