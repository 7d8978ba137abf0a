import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { SharedClock } from '../clock'
import { CloudError, messageOf } from '../fault'
import type { FromInstance, InstanceStart, ToInstance } from './messages'

export type InstanceOptions = {
  worker: string
  entry: string
  /** What the bundle was when it was loaded; another one means a newer bundle. */
  stamp: string
  env: Record<string, string>
  clock: SharedClock
  memoryMB: number
  log?: (line: string) => void
}

const failed = (message: string) => new CloudError('FUNCTIONS_EXECUTE_FAIL', message)

/** One instance of a function: a worker thread with its own environment, which answers one call at a time. */
export class RunningInstance {
  dead = false
  readonly stamp: string
  private readonly worker: Worker
  private readonly ready: Promise<void>

  constructor({ worker, entry, stamp, env, clock, memoryMB, log }: InstanceOptions) {
    this.stamp = stamp
    this.worker = new Worker(worker, {
      workerData: { entry, clock } satisfies InstanceStart,
      env,
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: memoryMB },
    })
    for (const output of [this.worker.stdout, this.worker.stderr])
      createInterface({ input: output }).on('line', (line) => log?.(line))
    this.worker.on('exit', () => (this.dead = true))
    this.worker.on('error', () => (this.dead = true))
    this.ready = new Promise((resolve, reject) => {
      this.worker.once('message', () => resolve())
      this.worker.once('error', (thrown) => reject(failed(messageOf(thrown))))
      this.worker.once('exit', () => reject(failed('the instance stopped while it was starting')))
    })
    this.ready.catch(() => undefined) // told to the call that waits for it
  }

  /** Runs one call; past its time the instance is ended, as the platform does. */
  async run(call: ToInstance, seconds: number): Promise<string> {
    await this.ready
    return new Promise((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timer)
        this.worker.off('message', onMessage)
        this.worker.off('error', onError)
        this.worker.off('exit', onExit)
        done()
      }
      const onMessage = (message: FromInstance) => {
        if ('result' in message) settle(() => resolve(message.result))
        if ('fault' in message) settle(() => reject(failed(message.fault)))
      }
      const onError = (thrown: unknown) => settle(() => reject(failed(messageOf(thrown))))
      const onExit = () => settle(() => reject(failed('the instance stopped during the call')))
      const timer = setTimeout(() => {
        this.stop()
        settle(() =>
          reject(new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${seconds} seconds`)),
        )
      }, seconds * 1000)
      this.worker.on('message', onMessage)
      this.worker.on('error', onError)
      this.worker.on('exit', onExit)
      this.worker.postMessage(call)
    })
  }

  async stop(): Promise<void> {
    this.dead = true
    await this.worker.terminate()
  }
}
