import { AsyncLocalStorage } from 'node:async_hooks'
import type { LeftOut } from './log'

/** What one request cost. A round trip is a sequential step: calls made while another is under way share one. */
export type Meter = {
  calls: number
  roundTrips: number
  inFlight: number
  bytesSent: number
  bytesRead: number
  decryptions: number
  leftOut?: LeftOut
}

const current = new AsyncLocalStorage<Meter>()

const newMeter = (): Meter => ({ calls: 0, roundTrips: 0, inFlight: 0, bytesSent: 0, bytesRead: 0, decryptions: 0 })

export const currentMeter = (): Meter | undefined => current.getStore()

/** Runs `work` with a meter of its own. */
export function metered<T>(work: (meter: Meter) => Promise<T>): Promise<T> {
  const meter = newMeter()
  return current.run(meter, () => work(meter))
}

/** Counts a database call around `call`. Sizes are those of the JSON, near enough to compare. */
export async function countCall<T>(sent: unknown, call: () => Promise<T>): Promise<T> {
  const meter = current.getStore()
  if (!meter) return call()
  meter.calls += 1
  if (meter.inFlight === 0) meter.roundTrips += 1
  meter.inFlight += 1
  meter.bytesSent += JSON.stringify(sent ?? null).length
  try {
    const read = await call()
    meter.bytesRead += JSON.stringify(read ?? null).length
    return read
  } finally {
    meter.inFlight -= 1
  }
}

export function countDecryption(): void {
  const meter = current.getStore()
  if (meter) meter.decryptions += 1
}
