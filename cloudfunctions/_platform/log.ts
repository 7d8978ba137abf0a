import type { Meter } from './meter'

/** Stored documents that a request could not use: how many, the first few by collection and id, and where the first one failed. */
export type LeftOut = { documents: number; of: readonly string[]; fault: Fault }
/** Name and place of a fault, never its message: messages quote values. */
export type Fault = { name: string; at: string }

/** The only fields that a log line may have. None of them can hold personal data. */
export type LogLine = {
  level: 'info' | 'error'
  fn: string
  verb: string
  request: string
  /** `OK` or a refusal's code. */
  result: string
  ms: number
  db?: { calls: number; roundTrips: number; bytesSent: number; bytesRead: number }
  decryptions?: number
  /** While field keys are exchanged: what a run of the timer renewed, and the versions that nobody needs any more. */
  keys?: { resealed: number; setAside: number; unused: readonly number[] }
  leftOut?: LeftOut
  /** Due documents that could not be read and were put off, so that they hold up nobody. */
  setAside?: number
  fault?: Fault
}

export type Log = (line: LogLine) => void

export const consoleLog: Log = (line) => console.log(JSON.stringify(line))

export const costOf = ({ calls, roundTrips, bytesSent, bytesRead, decryptions, leftOut }: Meter) => ({
  db: { calls, roundTrips, bytesSent, bytesRead },
  decryptions,
  ...(leftOut ? { leftOut } : {}),
})

/** `at name (folder/file:line)` without the folder. */
function shortFrame(line: string): string {
  const frame = line.trim()
  const open = frame.indexOf('(') + 1
  const file = frame.slice(Math.max(frame.lastIndexOf('/'), frame.lastIndexOf('\\')) + 1)
  return open > 0 ? frame.slice(0, open) + file : frame
}

/** Where a fault came from: the first frames of its stack, without message or values. */
export function faultOf(fault: unknown): Fault {
  if (!(fault instanceof Error)) return { name: typeof fault, at: '' }
  const frames = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const at = frames.slice(0, 4).map(shortFrame)
  return { name: fault.name, at: at.join(' < ') }
}
