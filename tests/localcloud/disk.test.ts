import { fstatSync, closeSync, openSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Engine } from '../../src/localcloud/store/engine'
import { calculate } from '../../src/localcloud/store/get'
import { insert } from '../../src/localcloud/store/insert'
import { temporaryFolder } from './support/folder'

const open = (dir = temporaryFolder()) => new Engine(dir, { collections: { docs: { indexes: [] } } }, true)
const add = (engine: Engine, id: string, text = '') =>
  insert(engine, { collection: 'docs', data: [JSON.stringify({ _id: id, text })] }, 0)
const count = (engine: Engine) => calculate(engine, { collection: 'docs' }, 0).total

/** Points this process's open descriptors of a file elsewhere: writes succeed there, fsync does not. */
const divert = (file: string): void => {
  const { ino } = statSync(file)
  for (let fd = 3; fd < 256; fd++) {
    try {
      if (fstatSync(fd).ino !== ino) continue
    } catch {
      continue
    }
    closeSync(fd)
    const taken = openSync('/dev/null', 'r+')
    if (taken !== fd) throw new Error(`descriptor ${fd} could not be taken over, got ${taken}`)
  }
}

describe('a full disk', () => {
  it('refuses the write by its own name, keeps reads going, and takes writes again when there is room', () => {
    const engine = open()
    add(engine, 'before')
    engine.sql.value('PRAGMA max_page_count = 1')
    expect(() => add(engine, 'lost', 'x'.repeat(100_000))).toThrow(/disk is full/)
    expect(count(engine)).toBe(1)
    engine.sql.value('PRAGMA max_page_count = 1000000')
    add(engine, 'after')
    expect(count(engine)).toBe(2)
    engine.close()
  })
})

describe('a database that may not be written', () => {
  it('refuses the write and keeps reads going', () => {
    const engine = open()
    add(engine, 'before')
    engine.sql.exec('PRAGMA query_only = ON')
    expect(() => add(engine, 'lost')).toThrow(/readonly/)
    expect(count(engine)).toBe(1)
    engine.close()
  })
})

describe('an fsync that fails', () => {
  it('acknowledges nothing and stops all writes until a restart, while reads go on', () => {
    const dir = temporaryFolder()
    const engine = open(dir)
    add(engine, 'before')
    engine.sql.value('PRAGMA wal_checkpoint(TRUNCATE)')
    divert(path.join(dir, 'data.db-wal'))
    expect(() => add(engine, 'lost')).toThrow(/I\/O error/)
    expect(() => add(engine, 'later')).toThrow(/no write is taken until a restart/)
    expect(count(engine)).toBe(1)
    engine.close()
  })
})

describe('a lock file that is none', () => {
  it('is named, instead of being taken for another local cloud', () => {
    const dir = temporaryFolder()
    writeFileSync(path.join(dir, 'lock.db'), 'nonsense '.repeat(1000))
    expect(() => open(dir)).toThrow(/cannot be locked: lock\.db/)
  })
})
