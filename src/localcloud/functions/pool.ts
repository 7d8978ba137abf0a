import { randomUUID } from 'node:crypto'
import type { CloudDescription, FunctionDescription } from '../../../config/cloud'
import type { SharedClock } from '../clock'
import { CloudError } from '../fault'
import type { Invocations } from '../invocations'
import { workerFile } from '../worker-file'
import { findBundle } from './bundle'
import { callEnv, eventFor, type Caller } from './caller'
import { RunningInstance } from './running-instance'

export type PoolOptions = {
  functions: CloudDescription['functions']
  dir?: string
  env: () => Record<string, string>
  clock: SharedClock
  invocations: Invocations
  watch?: boolean
  log?: (line: string) => void
  /** Told when a call has ended, by its token. */
  ended?: (token: string) => void
}
type Call = { id: string; functionName: string; caller: Caller }
type Lane = { idle: RunningInstance[]; count: number; queue: (() => void)[] }

const MOST_EVENT = 100 * 1024
const MOST_RESULT = 1024 * 1024

const refused = (message: string) => new CloudError('FUNCTIONS_REQUEST_FAIL', message)

/** All instances of all functions: started when needed, kept warm, as many at a time as the description allows. */
export class Pool {
  private readonly lanes = new Map<string, Lane>()
  private readonly calls = new Map<string, Call>()
  private readonly running = new Set<RunningInstance>()
  private closed = false

  constructor(private readonly options: PoolOptions) {}

  /** Whose call a token stands for, while it runs. */
  callOf(token: string): Call | undefined {
    return this.calls.get(token)
  }

  /** Declared functions whose bundle is not there. */
  missing(): string[] {
    if (!this.options.dir) return []
    return Object.keys(this.options.functions).filter((name) => !findBundle(this.options.dir, name))
  }

  /** Calls a function with a JSON event; answers its JSON result. */
  async invoke(name: string, event: string, caller: Caller): Promise<string> {
    const description = this.describe(name)
    const call = { id: randomUUID(), functionName: name, caller }
    return this.options.invocations.during(call, () => this.run(call, description, event))
  }

  async close(): Promise<void> {
    this.closed = true
    for (const lane of this.lanes.values()) for (const next of lane.queue.splice(0)) next()
    await Promise.all([...this.running].map((instance) => instance.stop()))
  }

  private async run(call: Call, description: FunctionDescription, event: string): Promise<string> {
    const { functionName: name, caller } = call
    if (Buffer.byteLength(event) > MOST_EVENT)
      throw new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the event is larger than 100 KB')
    const given = eventFor(caller, event)
    const instance = await this.take(name, description)
    const token = randomUUID()
    this.calls.set(token, call)
    try {
      const context = {
        request_id: call.id,
        function_name: name,
        time_limit_in_ms: description.timeout * 1000,
        memory_limit_in_mb: description.memoryMB,
        function_version: '$LATEST',
      }
      const result = await instance.run({ event: given, env: callEnv(caller, token), context }, description.timeout)
      if (Buffer.byteLength(result) > MOST_RESULT)
        throw new CloudError('FUNCTIONS_EXECUTE_FAIL', '-604001: the result is larger than 1 MB')
      return result
    } finally {
      this.calls.delete(token)
      this.options.ended?.(token)
      this.give(name, instance)
    }
  }

  private describe(name: string): FunctionDescription {
    const description = Object.hasOwn(this.options.functions, name) ? this.options.functions[name] : undefined
    if (!description) throw refused(`FunctionName parameter could not be found: ${name}`)
    return description
  }

  private lane(name: string): Lane {
    const lane = this.lanes.get(name) ?? { idle: [], count: 0, queue: [] }
    this.lanes.set(name, lane)
    return lane
  }

  private async take(name: string, description: FunctionDescription): Promise<RunningInstance> {
    const bundle = findBundle(this.options.dir, name)
    if (!bundle) throw refused(`the function ${name} has not been built`)
    const lane = this.lane(name)
    for (;;) {
      if (this.closed) throw refused('the cloud is closing')
      const idle = lane.idle.pop()
      if (idle && !idle.dead && !(this.options.watch && idle.stamp !== bundle.stamp)) return idle
      if (idle) {
        this.discard(lane, idle)
        continue
      }
      if (lane.count < description.instances) break
      await new Promise<void>((resolve) => lane.queue.push(resolve))
    }
    lane.count++
    try {
      const worker = await workerFile('instance')
      const instance = new RunningInstance({
        worker,
        ...bundle,
        env: this.options.env(),
        clock: this.options.clock,
        memoryMB: description.memoryMB,
        log: this.options.log && ((line) => this.options.log?.(`[${name}] ${line}`)),
      })
      this.running.add(instance)
      return instance
    } catch (thrown) {
      lane.count--
      throw thrown
    }
  }

  private give(name: string, instance: RunningInstance): void {
    const lane = this.lane(name)
    if (instance.dead) this.discard(lane, instance)
    else lane.idle.push(instance)
    lane.queue.shift()?.()
  }

  private discard(lane: Lane, instance: RunningInstance): void {
    lane.count--
    this.running.delete(instance)
    void instance.stop()
  }
}
