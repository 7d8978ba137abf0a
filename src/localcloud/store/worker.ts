import { parentPort, workerData } from 'node:worker_threads'
import { clockReader } from '../clock'
import { codeOf, messageOf } from '../fault'
import { Engine } from './engine'
import { requests, type FromStore, type StoreStart, type ToStore } from './requests'
import { WriteConflict } from './transaction'

const RETRY_EVERY = 5
const RETRY_FOR = 3000

const port = parentPort
if (!port) throw new Error('The store runs in a worker.')

const send = (message: FromStore) => port.postMessage(message)
const faultOf = (thrown: unknown) => ({ code: codeOf(thrown), message: messageOf(thrown) })

const start = workerData as StoreStart // made by the client of the same build
const now = clockReader(start.clock)

const answer = (engine: Engine, { id, name, request }: ToStore, since: number): void => {
  if (name === 'close') {
    engine.close()
    send({ id })
    port.close()
    return
  }
  const began = performance.now()
  try {
    // The request's type belongs to its name; both come from the typed client of the same build.
    const run = requests[name] as (engine: Engine, request: unknown, now: number) => unknown
    send({ id, answer: run(engine, request, now()), ms: performance.now() - began })
  } catch (thrown) {
    if (thrown instanceof WriteConflict && thrown.waits && Date.now() - since < RETRY_FOR) {
      setTimeout(() => answer(engine, { id, name, request }, since), RETRY_EVERY)
      return
    }
    send({ id, fault: faultOf(thrown), ms: performance.now() - began })
  }
}

try {
  const engine = new Engine(start.dir, start.description, start.durable, start.scans)
  port.on('message', (message: ToStore) => answer(engine, message, Date.now()))
  send({ id: 0, report: engine.report })
} catch (thrown) {
  send({ id: 0, fault: faultOf(thrown) })
  port.close()
}
