import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { codeOf, messageOf } from '../fault'
import { logStateOf } from './log'
import { Sql } from './sql'

const FORMAT = '1'
const CHECKED_UP_TO = 256 * 1024 * 1024

const TABLES = `
  CREATE TABLE IF NOT EXISTS _meta(name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS _paths(collection TEXT, path TEXT, kinds INTEGER, PRIMARY KEY(collection, path)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS _indexes(collection TEXT, name TEXT, specification TEXT, multikey INTEGER, PRIMARY KEY(collection, name));
  CREATE TABLE IF NOT EXISTS _outbox(id TEXT PRIMARY KEY, at INTEGER NOT NULL, entry TEXT NOT NULL);
  INSERT OR IGNORE INTO _meta VALUES('format', '${FORMAT}');
`

/** The operating system releases this lock when the process dies, however it dies. */
const lockFolder = (dir: string): Sql => {
  const lock = new Sql(path.join(dir, 'lock.db'))
  try {
    lock.exec('PRAGMA locking_mode = EXCLUSIVE')
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (thrown) {
    lock.close()
    if (codeOf(thrown)?.startsWith('SQLITE_BUSY'))
      throw new Error(`The data folder ${dir} is in use by another local cloud.`)
    throw new Error(`The data folder ${dir} cannot be locked: lock.db: ${messageOf(thrown)}.`)
  }
}

/** What the log lost, as one sentence; refuses a log in which complete writes stand behind a damage. */
const checkLog = (file: string): string | null => {
  const { damage, at, missing } = logStateOf(file)
  const log = `${path.basename(file)}-wal`
  if (damage === 'header') throw new Error(`${log} is damaged at byte 0, and with it every write in it`)
  if (damage === 'middle') throw new Error(`${log} is damaged at byte ${at}, and complete writes stand behind it`)
  if (damage === 'unfinished') return `${log}: a write that was never acknowledged was dropped at byte ${at}.`
  if (damage === 'none') return null
  // The next write overwrites the place: what lies there is kept for whoever wants to look.
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${file}-wal.damaged`)
  const lost = missing > 0 ? `${missing} pages of acknowledged writes are missing` : 'the last write was dropped'
  return `${log} is damaged or cut off at byte ${at}: ${lost}; a copy is kept in ${log}.damaged.`
}

const refusal = (dir: string, thrown: unknown) =>
  new Error(`The data folder ${dir} cannot be read: ${messageOf(thrown).replace(/\s+/g, ' ').replace(/\.$/, '')}.`)

const openFile = (file: string, durable: boolean): Sql => {
  const isNew = !existsSync(file) || statSync(file).size === 0
  const sql = new Sql(file)
  try {
    sql.value('PRAGMA journal_mode = WAL')
    sql.exec(`PRAGMA synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
    sql.exec('PRAGMA cache_size = -64000')
    sql.exec('PRAGMA busy_timeout = 5000')
    const tables = Number(sql.value(`SELECT count(*) FROM sqlite_master WHERE name = '_meta'`))
    if (!isNew && tables === 0 && Number(sql.value('SELECT count(*) FROM sqlite_master')) > 0)
      throw new Error('it was not made by the local cloud')
    if (!isNew && statSync(file).size <= CHECKED_UP_TO) {
      const verdict = String(sql.value('PRAGMA quick_check(1)'))
      if (verdict !== 'ok') throw new Error(verdict)
    }
    sql.exec(TABLES)
    const format = sql.value(`SELECT value FROM _meta WHERE name = 'format'`)
    if (format !== FORMAT) throw new Error(`its format is ${String(format)}, this version reads ${FORMAT}`)
    return sql
  } catch (thrown) {
    sql.close()
    throw new Error(`data.db: ${messageOf(thrown)}`)
  }
}

/** `explainer`: libsql never resets an EXPLAIN, which would lock the tables of its connection against index changes. */
export type OpenStore = { sql: Sql; explainer: Sql; file: string; report: string | null; close(): void }

/** Opens (or makes) the database of a data folder; refuses a damaged or foreign one in one sentence. */
export const openStore = (dir: string, durable: boolean): OpenStore => {
  try {
    mkdirSync(dir, { recursive: true })
  } catch (thrown) {
    throw new Error(`The data folder ${dir} cannot be made: ${messageOf(thrown)}.`)
  }
  const lock = lockFolder(dir)
  const file = path.join(dir, 'data.db')
  try {
    // Before anything is opened: opening recovers the log without a word.
    const report = checkLog(file)
    const sql = openFile(file, durable)
    const explainer = new Sql(file)
    return {
      sql,
      explainer,
      file,
      report,
      close: () => {
        explainer.close()
        sql.close()
        lock.close()
      },
    }
  } catch (thrown) {
    lock.close()
    throw refusal(dir, thrown)
  }
}
