import { faultOf } from './log'
import { currentMeter } from './meter'

/** Ids that name nobody: a keyed hash, a random token, an organisation. Any other stays out of the log. */
const NAMELESS = /^(\d{1,3}_[\w-]{43}|[\w-]{22}|\d{8})$/
const NAMED = 5

/** Counts a stored document that could not be used and was left out, for the log line of this request. */
export function countLeftOut(collection: string, id: unknown, fault: unknown): void {
  const meter = currentMeter()
  if (!meter) return
  const { documents, of, fault: first } = meter.leftOut ?? { documents: 0, of: [], fault: faultOf(fault) }
  const name = `${collection}:${typeof id === 'string' && NAMELESS.test(id) ? id : '?'}`
  meter.leftOut = { documents: documents + 1, of: [...new Set([...of, name])].slice(0, NAMED), fault: first }
}

/** What `work` makes of one document of many. A document that it cannot be done with is left out, and spoils it for no other. */
export function orLeftOut<T>(collection: string, id: unknown, work: () => T): T[] {
  try {
    return [work()]
  } catch (fault) {
    countLeftOut(collection, id, fault)
    return []
  }
}

/** The same for work that takes its time. */
export async function orLeftOutLater<T>(collection: string, id: unknown, work: () => Promise<T>): Promise<T[]> {
  try {
    return [await work()]
  } catch (fault) {
    countLeftOut(collection, id, fault)
    return []
  }
}
