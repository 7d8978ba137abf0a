import { copyFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Engine } from '../../src/localcloud/store/engine'
import { insert } from '../../src/localcloud/store/insert'
import { readLogState } from '../../src/localcloud/store/log'
import { Sql } from '../../src/localcloud/store/sql'
import { temporaryFolder } from './support/folder'
import { seeded } from './support/random'

const PAGE = 512
const FRAME = 24 + PAGE
const HEADER = 32
const EVERYTHING = process.env.LOG_DAMAGE === 'all'
const SEED = Number(process.env.LOG_SEED ?? 1)

const collections = { docs: { indexes: [{ name: 'tags', keys: { tags: 1 } }] } } as const
const open = (dir: string) => new Engine(dir, { collections }, false)
const idsOf = (engine: Engine) => engine.sql.all('SELECT id FROM "c:docs" ORDER BY rid').map(([id]) => String(id))

/** A store as a killed process leaves it: `ends[n]` is the length of the log after the nth write. */
const killed = () => {
  const dir = temporaryFolder()
  const small = new Sql(path.join(dir, 'data.db'))
  small.exec(`PRAGMA page_size = ${PAGE}`)
  small.value('PRAGMA journal_mode = WAL')
  small.close()
  const engine = open(dir)
  insert(engine, { collection: 'docs', data: ['{"_id":"w0","tags":["x"]}'] }, 0)
  engine.sql.value('PRAGMA wal_checkpoint(TRUNCATE)')
  const file = path.join(dir, 'data.db')
  const ends = [HEADER]
  for (let n = 1; n <= 8; n++) {
    insert(engine, { collection: 'docs', data: [`{"_id":"w${n}","tags":["x","t${n}"]}`] }, 0)
    ends.push(statSync(`${file}-wal`).size)
  }
  const copy = temporaryFolder()
  copyFileSync(file, path.join(copy, 'data.db'))
  const log = readFileSync(`${file}-wal`)
  const index = readFileSync(`${file}-shm`)
  engine.close()
  return { base: path.join(copy, 'data.db'), log, index, ends }
}

const store = killed()
const { log, index, ends } = store
const last = ends.length - 1
const endOf = (write: number) => ends[write] ?? 0
const writesUpTo = (length: number) => ends.filter((end) => end <= length).length - 1
const expectedIds = (writes: number) => Array.from({ length: writes + 1 }, (_, n) => `w${n}`)
const changed = (change: (bytes: Buffer) => void): Buffer => {
  const bytes = Buffer.from(log)
  change(bytes)
  return bytes
}
const flipped = (at: number, mask: number) => changed((bytes) => bytes.writeUInt8((bytes[at] ?? 0) ^ mask, at))

/** Opens the store with another log; answers the documents that are there, or the refusal. */
const opened = (damaged: Buffer): { ids: string[]; report: string | null } | string => {
  const dir = temporaryFolder()
  copyFileSync(store.base, path.join(dir, 'data.db'))
  writeFileSync(path.join(dir, 'data.db-wal'), damaged)
  writeFileSync(path.join(dir, 'data.db-shm'), index)
  try {
    const engine = open(dir)
    const found = { ids: idsOf(engine), report: engine.report }
    expect(engine.sql.value('SELECT count(*) FROM "m:docs:tags" WHERE k0 = \'x\'')).toBe(found.ids.length)
    if (found.report?.includes('.damaged')) expect(existsSync(path.join(dir, 'data.db-wal.damaged'))).toBe(true)
    engine.close()
    return found
  } catch (thrown) {
    return (thrown as Error).message // only errors are thrown
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

const sample = <T>(all: T[], count: number): T[] => {
  if (EVERYTHING) return all
  const random = seeded(SEED)
  return Array.from({ length: count }, () => random.pick(all))
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n)

describe('a log that is whole', () => {
  it('is read to its end without a report', () => {
    expect(readLogState(log, index)).toMatchObject({ damage: 'none', missing: 0, kept: (log.length - HEADER) / FRAME })
    expect(opened(log)).toEqual({ ids: expectedIds(last), report: null })
  })
})

describe('a log that is cut off', () => {
  it('keeps every complete write before the cut, at each byte of the last pages, and tells how much is missing', () => {
    const tail = range(log.length - 3 * FRAME, log.length)
    for (const cut of [...sample(range(0, log.length - 3 * FRAME), 300), ...tail]) {
      const kept = Math.max(0, (Math.max(HEADER, endOf(writesUpTo(cut))) - HEADER) / FRAME)
      const state = readLogState(log.subarray(0, cut), index)
      expect([cut, state.damage, state.kept, state.missing]).toEqual([
        cut,
        'end',
        kept,
        (log.length - HEADER) / FRAME - kept,
      ])
    }
  })

  it('opens with exactly those writes, at every frame and at bytes between', () => {
    const frames = range(0, (log.length - HEADER) / FRAME).map((frame) => HEADER + frame * FRAME)
    for (const cut of [...frames, ...sample(range(0, log.length), 30)]) {
      const found = opened(log.subarray(0, cut))
      expect([cut, found]).toMatchObject([cut, { ids: expectedIds(Math.max(0, writesUpTo(cut))) }])
      expect([cut, found]).toMatchObject([cut, { report: expect.stringMatching(/cut off at byte \d+: \d+ pages/) }])
    }
  })
})

describe('a bit that turned in the last write', () => {
  const from = endOf(last - 1)

  it('is seen wherever it turned', () => {
    const missed = sample(range(8 * from, 8 * log.length), 600).filter(
      (bit) => readLogState(flipped(bit >> 3, 1 << (bit & 7)), index).damage !== 'end',
    )
    expect(missed).toEqual([])
  })

  it('costs that write alone, and is told', () => {
    for (const at of sample(range(from, log.length), 30))
      expect([at, opened(flipped(at, 0xff))]).toMatchObject([
        at,
        { ids: expectedIds(last - 1), report: expect.stringMatching(/^data\.db-wal is damaged or cut off at byte/) },
      ])
  })
})

describe('a byte that turned before complete writes', () => {
  it('is refused with its place, whichever byte it is', () => {
    for (const at of sample(range(HEADER, endOf(last - 1)), 600)) {
      const { damage, at: place } = readLogState(flipped(at, 0xff), index)
      expect([at, damage, place]).toEqual([at, 'middle', HEADER + Math.floor((at - HEADER) / FRAME) * FRAME])
    }
  })

  it('keeps the cloud from starting, by a sentence', () => {
    for (const at of sample(range(HEADER, endOf(last - 1)), 20))
      expect(opened(flipped(at, 0xff))).toMatch(
        /^The data folder .* cannot be read: data\.db-wal is damaged at byte \d+, and complete writes stand behind it\.$/,
      )
  })

  it('is refused in the header of the log as well', () => {
    for (const at of range(0, HEADER))
      expect([at, readLogState(flipped(at, 0xff), index).damage]).toEqual([at, 'header'])
    expect(opened(flipped(17, 1))).toMatch(/data\.db-wal is damaged at byte 0, and with it every write in it\.$/)
  })
})

describe('an end that was overwritten', () => {
  it('with zeros costs the writes that it covered, and is told', () => {
    for (const write of range(0, last)) {
      const found = opened(changed((bytes) => bytes.fill(0, endOf(write))))
      expect([write, found]).toMatchObject([
        write,
        { ids: expectedIds(write), report: expect.stringMatching(/pages of acknowledged writes are missing/) },
      ])
    }
  })

  it('with the last write once more loses nothing, and is told', () => {
    expect(opened(Buffer.concat([log, log.subarray(endOf(last - 1))]))).toMatchObject({
      ids: expectedIds(last),
      report: expect.stringMatching(/the last write was dropped/),
    })
  })
})

describe('a log without its index', () => {
  it('is still refused when complete writes stand behind the damage', () => {
    for (const at of sample(range(HEADER, endOf(last - 2)), 200))
      expect([at, readLogState(flipped(at, 0xff), Buffer.alloc(0)).damage]).toEqual([at, 'middle'])
  })

  it('drops a write that never reached its commit, and calls it so', () => {
    const half = log.subarray(0, endOf(last - 1) + FRAME)
    expect(readLogState(half, Buffer.alloc(0))).toMatchObject({ damage: 'unfinished', missing: 0 })
  })
})
