import { existsSync, readFileSync } from 'node:fs'

const HEADER = 32
const FRAME_HEADER = 24
const MAGIC = 0x377f0682
/** Format of the index file (-shm) that this reads; another one is not consulted. */
const INDEX_VERSION = 3007000

type Sum = [number, number]

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes.subarray(0, bytes.length & ~3)).swap32()

/** SQLite's running checksum over pairs of words. */
const checksum = (read: (at: number) => number, from: number, to: number, [a, b]: Sum): Sum => {
  let first = a
  let second = b
  for (let at = from; at < to; at += 8) {
    first = (first + read(at) + second) >>> 0
    second = (second + read(at + 4) + first) >>> 0
  }
  return [first, second]
}

const isSum = (bytes: Buffer, at: number, [a, b]: Sum) =>
  bytes.readUInt32BE(at) === a && bytes.readUInt32BE(at + 4) === b

/** Frames that had been committed when the index was last written: a lower bound, as it is written after the log's fsync. */
const committedFrames = (index: Buffer, log: Buffer): number => {
  if (index.length < 136 || !index.subarray(0, 48).equals(index.subarray(48, 96))) return 0
  const native = swapped(index.subarray(0, 136))
  const version = native.readUInt32BE(0)
  const sameLog = log.length >= HEADER && index.subarray(32, 40).equals(log.subarray(16, 24))
  const inDatabase = native.readUInt32BE(96)
  if (version !== INDEX_VERSION || (!sameLog && log.length >= HEADER)) return 0
  const frames = native.readUInt32BE(16)
  return sameLog || inDatabase < frames ? frames : 0
}

export type LogState = {
  /** Complete transactions end here, counted in frames. */
  kept: number
  /** Where the first frame stands that is not kept. */
  at: number
  damage:
    | 'none'
    /** A write that was never acknowledged. */
    | 'unfinished'
    /** The end is cut off or damaged, and nothing follows it. */
    | 'end'
    /** Later transactions stand behind the damage: it was on the disk once, and is lost. */
    | 'middle'
    | 'header'
  /** Committed frames that are missing as far as can be known. */
  missing: number
}

/** Reads a write-ahead log as SQLite's recovery does, and tells what recovery would leave out without a word. */
export const readLogState = (log: Buffer, index: Buffer): LogState => {
  const committed = committedFrames(index, log)
  if (log.length < HEADER) return { kept: 0, at: 0, damage: committed > 0 ? 'end' : 'none', missing: committed }
  const magic = log.readUInt32BE(0)
  const words = (magic & 1) === 1 ? log : swapped(log)
  const read = (at: number) => words.readUInt32BE(at)
  const page = log.readUInt32BE(8)
  let sum = checksum(read, 0, 24, [0, 0])
  if ((magic & ~1) >>> 0 !== MAGIC || !isSum(log, 24, sum) || page < 512 || page > 65536)
    return { kept: 0, at: 0, damage: 'header', missing: committed }
  const size = FRAME_HEADER + page
  const total = Math.floor((log.length - HEADER) / size)
  const start = (frame: number) => HEADER + frame * size
  const isOfThisLog = (frame: number) => log.subarray(start(frame) + 8, start(frame) + 16).equals(log.subarray(16, 24))
  const sumAfter = (frame: number, before: Sum, bytes = read) =>
    checksum(
      bytes,
      start(frame) + FRAME_HEADER,
      start(frame + 1),
      checksum(bytes, start(frame), start(frame) + 8, before),
    )
  const commits = (frame: number) => log.readUInt32BE(start(frame) + 4) !== 0
  let kept = 0
  let valid = 0
  for (; valid < total && isOfThisLog(valid); valid++) {
    const next = sumAfter(valid, sum)
    if (!isSum(log, start(valid) + 16, next)) break
    sum = next
    if (commits(valid)) kept = valid + 1
  }
  const missing = Math.max(0, committed - kept)
  // A bit that turned an ordinary frame into a commit is seen through: without it the checksum is right.
  const isTurned = (frame: number) =>
    isSum(
      log,
      start(frame) + 16,
      sumAfter(frame, sum, (at) => (at === start(frame) + 4 ? 0 : read(at))),
    )
  const ends: number[] = []
  for (let frame = valid; frame < total; frame++)
    if (commits(frame) && (frame === valid ? !isTurned(frame) : isOfThisLog(frame))) ends.push(frame)
  const [own, later] = ends
  if (own !== undefined && later !== undefined) return { kept, at: start(valid), damage: 'middle', missing }
  if (missing > 0 || (own !== undefined && isOfThisLog(own))) return { kept, at: start(valid), damage: 'end', missing }
  return { kept, at: start(kept), damage: valid > kept ? 'unfinished' : 'none', missing: 0 }
}

const contentOf = (file: string): Buffer => (existsSync(file) ? readFileSync(file) : Buffer.alloc(0))

/** The state of a database's log; must be read before anything is opened, which would recover it silently. */
export const logStateOf = (file: string): LogState => readLogState(contentOf(`${file}-wal`), contentOf(`${file}-shm`))
