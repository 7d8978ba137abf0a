import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'
import { clockReader } from '../clock'
import { messageOf } from '../fault'
import type { FromInstance, InstanceStart, ToInstance } from './messages'
import { shiftDate } from './shift-date'

const port = parentPort
if (!port) throw new Error('An instance runs in a worker.')
const send = (message: FromInstance) => port.postMessage(message)

type Main = (event: unknown, context: unknown) => unknown

const load = (entry: string): Main => {
  const required: unknown = createRequire(entry)(entry)
  const main = typeof required === 'object' && required !== null && 'main' in required ? required.main : undefined
  if (typeof main !== 'function') throw new Error(`${entry} does not export main`)
  return main as Main // just checked to be callable
}

const stackOf = (thrown: unknown) => {
  if (typeof thrown === 'object' && thrown !== null && 'stack' in thrown && thrown.stack) return String(thrown.stack)
  return messageOf(thrown)
}

const { entry, clock } = workerData as InstanceStart // made by the pool of the same build
shiftDate(clockReader(clock, Date.now))
let main: Main | undefined
let broken: string | undefined
try {
  main = load(entry)
} catch (thrown) {
  broken = stackOf(thrown)
}

port.on('message', ({ event, env, context }: ToInstance) => {
  for (const [name, value] of Object.entries(env)) {
    if (value === null) delete process.env[name]
    else process.env[name] = value
  }
  const answered = async () => {
    if (!main) throw new Error(broken)
    return JSON.stringify(await main(JSON.parse(event), context)) ?? 'null'
  }
  answered().then(
    (result) => send({ result }),
    (thrown: unknown) => send({ fault: stackOf(thrown) }),
  )
})
send({ ready: true })
