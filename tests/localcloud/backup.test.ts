import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { contentsOf } from '../../src/localcloud/backup/content-hash'
import { restore } from '../../src/localcloud/start'
import { Sql } from '../../src/localcloud/store/sql'
import { startTestCloud, type TestCloud } from './support/cloud'
import { temporaryFolder } from './support/folder'
import { connect, type Database, type Sdk } from './support/sdk'

const LOOPS = 4

const filled = async (): Promise<TestCloud> => {
  const cloud = await startTestCloud()
  const things = connect(cloud).database().collection('things')
  for (let part = 0; part < 20; part++)
    await things.add({
      data: Array.from({ length: 1000 }, (_, n) => ({ _id: `t${part}-${n}`, group: 'g', n, text: 'x'.repeat(100) })),
    })
  return cloud
}

/** Writes pairs, sometimes through a transaction, sometimes with an object, until it is told to end. */
const write = async (
  sdk: Sdk,
  loop: number,
  acknowledged: Map<string, string>,
  goesOn: () => boolean,
): Promise<void> => {
  const db: Database = sdk.database()
  for (let n = 0; goesOn(); n++) {
    const id = `${loop}-${n}`
    if (n % 3 === 0)
      await db.runTransaction(async (transaction) => {
        await transaction.collection('tree').add({ data: { _id: `${id}-a`, anc: ['x', id] } })
        await transaction.collection('plain').add({ data: { _id: `${id}-b` } })
      })
    else
      await db.collection('tree').add({
        data: [
          { _id: `${id}-a`, anc: ['x', id] },
          { _id: `${id}-b`, anc: ['x', id] },
        ],
      })
    const { fileID } =
      n % 10 === 1 ? await sdk.uploadFile({ cloudPath: `${id}.txt`, fileContent: Buffer.from(id) }) : { fileID: '' }
    acknowledged.set(id, fileID)
  }
}

const listed = (folder: string) => {
  const sql = new Sql(path.join(folder, 'data.db'))
  const ids = ['tree', 'plain'].flatMap((name) => sql.all(`SELECT id FROM "c:${name}"`).map(([id]) => String(id)))
  const contents = contentsOf(sql)
  sql.close()
  return { ids: new Set(ids), contents }
}

describe('a backup while writes go on', () => {
  it('restored elsewhere is equal by hash, has every write acknowledged before, and none half', async () => {
    const cloud = await filled()
    const sdk = connect(cloud)
    const acknowledged = new Map<string, string>()
    let goesOn = true
    const writers = Array.from({ length: LOOPS }, (_, loop) => write(sdk, loop, acknowledged, () => goesOn))
    while (acknowledged.size < 100) await new Promise((later) => setImmediate(later))
    const before = [...acknowledged.keys()]
    const folder = path.join(temporaryFolder(), 'backup')
    const manifest = await cloud.backup(folder)
    const during = acknowledged.size - before.length
    goesOn = false
    await Promise.all(writers)
    await cloud.close()
    const target = path.join(temporaryFolder(), 'restored')
    restore(folder, target)
    const { ids, contents } = listed(target)
    expect(contents).toEqual(manifest.collections)
    expect(before.filter((id) => !ids.has(`${id}-a`) || !ids.has(`${id}-b`))).toEqual([])
    expect([...ids].filter((id) => !ids.has(id.replace(/[ab]$/, 'a')) || !ids.has(id.replace(/[ab]$/, 'b')))).toEqual(
      [],
    )
    expect(during).toBeGreaterThan(0)
    const again = await startTestCloud({ dir: target })
    const db = connect(again).database()
    expect((await db.collection('tree').where({ anc: 'x' }).count()).total).toBe(manifest.collections.tree?.rows)
    const uploaded = before.filter((id) => acknowledged.get(id))
    expect(uploaded.length).toBeGreaterThan(0)
    for (const id of uploaded) {
      const { fileContent } = await connect(again).downloadFile({ fileID: acknowledged.get(id) ?? '' })
      expect(fileContent.toString()).toBe(id)
    }
    await again.close()
  }, 60_000)

  it('leaves nothing behind in the data folder', async () => {
    const cloud = await startTestCloud()
    await cloud.backup(path.join(temporaryFolder(), 'backup'))
    expect(readdirSync(cloud.dir).filter((name) => name.startsWith('.'))).toEqual([])
    await cloud.close()
  })

  it('is refused into a folder that is not empty, and leaves that alone', async () => {
    const cloud = await startTestCloud()
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'mine'), '')
    await expect(cloud.backup(folder)).rejects.toThrow(/^No backup was made in .*: the folder is not empty\.$/)
    expect(readdirSync(folder)).toEqual(['mine'])
    await cloud.close()
  })
})

describe('the command line', () => {
  const command = (...words: string[]): Promise<number | null> =>
    new Promise((resolve) =>
      spawn(process.execPath, ['--import', 'tsx', 'src/localcloud/backup/main.ts', ...words]).on('exit', resolve),
    )

  it('makes a backup of a cloud that is running, and a folder of a backup', async () => {
    const cloud = await startTestCloud()
    await connect(cloud)
      .database()
      .collection('plain')
      .add({ data: { _id: 'kept' } })
    const folder = path.join(temporaryFolder(), 'backup')
    const target = path.join(temporaryFolder(), 'data')
    expect(await command('backup', cloud.dir, folder)).toBe(0)
    await connect(cloud)
      .database()
      .collection('plain')
      .add({ data: { _id: 'later' } })
    await cloud.close()
    expect(await command('restore', folder, target)).toBe(0)
    expect([...listed(target).ids]).toEqual(['kept'])
    expect(await command('restore', folder, target)).toBe(1)
  }, 30_000)
})

describe('a restore', () => {
  const source = path.join(temporaryFolder(), 'backup')
  beforeAll(async () => {
    const cloud = await startTestCloud()
    const sdk = connect(cloud)
    await sdk
      .database()
      .collection('plain')
      .add({ data: { _id: 'kept' } })
    await sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('content') })
    await cloud.backup(source)
    await cloud.close()
  })
  const copied = () => {
    const folder = temporaryFolder()
    cpSync(source, folder, { recursive: true })
    return folder
  }
  const objectIn = (folder: string) => {
    const [group = ''] = readdirSync(path.join(folder, 'files'))
    return path.join(folder, 'files', group, readdirSync(path.join(folder, 'files', group))[0] ?? '')
  }
  const flip = (file: string, at: number) => {
    const bytes = readFileSync(file)
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(file, bytes)
  }
  const edit = (folder: string, change: (text: string) => string) => {
    const file = path.join(folder, 'manifest.json')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
  }

  it.each<[string, (folder: string) => void, RegExp]>([
    [
      'one bit of the database',
      (folder) => flip(path.join(folder, 'data.db'), 5000),
      /data\.db is damaged: its checksum is wrong/,
    ],
    [
      'the end of the database',
      (folder) => truncateSync(path.join(folder, 'data.db'), 4096),
      /data\.db is damaged: it has 4096 bytes/,
    ],
    ['one bit of an object', (folder) => flip(objectIn(folder), 0), /files\/..\/[0-9a-f]{64} is damaged/],
    ['a missing object', (folder) => rmSync(objectIn(folder)), /files\/..\/[0-9a-f]{64} is missing/],
    [
      'a file that is not named',
      (folder) => appendFileSync(path.join(folder, 'stranger'), ''),
      /stranger does not belong to it/,
    ],
    ['no manifest', (folder) => rmSync(path.join(folder, 'manifest.json')), /has no manifest\.json/],
    [
      'a manifest that was cut off',
      (folder) => edit(folder, (text) => text.slice(0, -9)),
      /manifest\.json is damaged: it is not JSON/,
    ],
    [
      'a manifest that was edited',
      (folder) => edit(folder, (text) => text.replace('"rows": 1', '"rows": 2')),
      /manifest\.json is damaged: its checksum/,
    ],
    [
      'a newer format',
      (folder) => edit(folder, (text) => text.replace('"format": 1', '"format": 2')),
      /its format is 2, this version reads 1/,
    ],
    [
      'a manifest of something else',
      (folder) => edit(folder, (text) => text.replace('localcloud-backup', 'other')),
      /not that of a backup of the local cloud/,
    ],
  ])('is refused with %s, which is named, and makes no folder', (_, harm, sentence) => {
    const folder = copied()
    harm(folder)
    const parent = temporaryFolder()
    const target = path.join(parent, 'data')
    expect(() => restore(folder, target)).toThrow(sentence)
    expect(readdirSync(parent)).toEqual([])
  })

  it('is refused into a folder that is not empty', () => {
    const folder = copied()
    const target = temporaryFolder()
    mkdirSync(path.join(target, 'files'))
    expect(() => restore(folder, target)).toThrow(/the target .* is not empty\.$/)
    expect(readdirSync(target)).toEqual(['files'])
  })
})
