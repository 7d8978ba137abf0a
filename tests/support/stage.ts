import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Outcome } from '#domain/outcome'
import { cloud as description } from '../../config/cloud'
import type { LogLine } from '../../cloudfunctions/_platform/log'
import type { World } from '../../cloudfunctions/_platform/world'
import { functionEnvironment, newKeys } from '../../src/demo/environment'
import { startCloud, type Cloud } from '../../src/localcloud/start'

export type Who = { openid?: string; session?: string; actingOrg?: string; address?: string }

/** A local cloud of its own, a clock that the test turns, and the functions' handlers on the real SDK in this process. */
export type Stage = {
  cloud: Cloud
  world: World
  /** The server's clock. Tests set it; nothing else moves it. */
  time: { now: Date; pass(ms: number): void }
  logs: LogLine[]
  /** Where the local cloud keeps its data. */
  dir: string
  /** Calls a function as somebody. The identity is put where the platform puts it: into the environment of the process. */
  ask<T = unknown>(main: Main, verb: string, input: unknown, who?: Who, commandId?: string): Promise<Outcome<T>>
  close(): Promise<void>
}
export type Main = (event: unknown) => Promise<Outcome<unknown>>

let commands = 0
export const newCommandId = () => `command-${(commands += 1)}`

function enterContext({ openid, address }: Who): void {
  for (const [name, value] of [
    ['WX_OPENID', openid],
    ['WX_CLIENTIP', address],
  ] as const) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  process.env.WX_CONTEXT_KEYS = [
    openid && 'WX_OPENID',
    address && 'WX_CLIENTIP',
    process.env.WX_API_TOKEN && 'WX_API_TOKEN',
  ]
    .filter(Boolean)
    .join(',')
}

/** With a folder given, the stage opens on what lies there, and leaves it there. */
export async function openStage(now = new Date('2026-09-12T02:00:00.000Z'), given?: string): Promise<Stage> {
  const dir = given ?? mkdtempSync(join(tmpdir(), 'stage-'))
  const cloud = await startCloud({ dir, description, durable: false })
  Object.assign(process.env, cloud.sdkEnv(), functionEnvironment(cloud.url, newKeys()))
  // the SDK reads the environment when it is loaded
  const { openWorld } = await import('../../cloudfunctions/_platform/world')
  const { realNameProvider } = await import('../../cloudfunctions/_platform/providers/real-name')
  const { smsSender } = await import('../../cloudfunctions/_platform/providers/sms')

  const logs: LogLine[] = []
  const time = {
    now,
    pass(ms: number) {
      time.now = new Date(time.now.getTime() + ms)
    },
  }
  const world: World = {
    ...openWorld({ sms: smsSender, realName: realNameProvider }),
    clock: () => time.now,
    random: () => 0.5,
    log: (line) => logs.push(line),
  }

  return {
    cloud,
    world,
    time,
    logs,
    dir,
    ask(main, verb, input, who = {}, commandId = newCommandId()) {
      enterContext(who)
      const { session, actingOrg } = who
      // the test names the type that it expects; a wrong guess fails its expectations
      return main({ verb, input, commandId, session, actingOrg }) as Promise<Outcome<never>>
    },
    async close() {
      await cloud.close()
      if (!given) rmSync(dir, { recursive: true, force: true })
    },
  }
}
