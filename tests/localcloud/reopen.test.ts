import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { sdkEnvFor } from '../../src/localcloud/sdk-env'
import { Engine } from '../../src/localcloud/store/engine'
import { insert } from '../../src/localcloud/store/insert'
import { description } from './support/description'
import { temporaryFolder } from './support/folder'
import { connect } from './support/sdk'
import { buildServer, startServer, type Server } from './support/server'

const DOCUMENTS = 100_000
const SECONDS = 2

// The SDK would warn, seconds after a kill, of requests that died with it.
process.env.SILENCE = 'true'

let bundle = ''
beforeAll(async () => (bundle = await buildServer()))
afterAll(() => rmSync(bundle, { force: true }))

const databaseOf = ({ url }: Server) => connect({ sdkEnv: () => sdkEnvFor(url) }).database()

/** One document through the store teaches it their shape; the others are made where they lie. */
const fill = (dir: string): void => {
  const engine = new Engine(dir, description, false)
  const first = { _id: 'p0', anc: ['root', 'b0'], state: { now: 'in' }, at: 0, text: 'x'.repeat(300) }
  insert(engine, { collection: 'tree', data: [JSON.stringify(first)] }, 0)
  engine.sql.atomically(() => {
    engine.sql.exec(`
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${DOCUMENTS - 1})
      INSERT INTO "c:tree"(id, doc)
      SELECT 'p' || i, json_object('_id', 'p' || i, 'anc', json_array('root', 'b' || (i % 500)),
        'state', json_object('now', 'in'), 'at', i, 'text', '${'x'.repeat(300)}') FROM n;
      INSERT INTO "m:tree:below"(k0, k1, k2, k3, rid)
      SELECT a.value, 'in', doc->>'at', c.id, rid FROM "c:tree" c, json_each(doc, '$.anc') a WHERE rid > 1;
    `)
  })
  engine.close()
}

describe('a cloud of a hundred thousand documents that was killed', () => {
  it(`opens again in less than ${SECONDS} seconds of the store's own time`, async () => {
    const dir = temporaryFolder()
    fill(dir)
    const server = await startServer(bundle, dir)
    await databaseOf(server)
      .collection('tree')
      .doc('p7')
      .update({ data: { at: -7 } })
    await server.kill()
    expect(statSync(path.join(dir, 'data.db-wal')).size).toBeGreaterThan(0)
    const began = performance.now()
    const engine = new Engine(dir, description)
    const seconds = (performance.now() - began) / 1000
    expect(engine.collection('tree').size()).toBe(DOCUMENTS)
    expect(engine.collection('tree').text('p7')).toContain('"at":-7')
    engine.close()
    expect(seconds).toBeLessThan(SECONDS)
  }, 60_000)
})

describe('a cloud whose files may not grow any more', () => {
  const add = (server: Server, id: string) =>
    databaseOf(server)
      .collection('plain')
      .add({ data: { _id: id, text: 'x'.repeat(2000) } })

  it('refuses the write with the code of the cloud, reads on, takes no more writes, and has all that it acknowledged', async () => {
    const dir = temporaryFolder()
    // Without the signal a write beyond the limit fails as on a broken disk.
    const limited = await startServer(bundle, dir, "trap '' XFSZ; ulimit -f 800;")
    const acknowledged: string[] = []
    let refusal: unknown
    while (!refusal) {
      const id = `d${acknowledged.length}`
      await add(limited, id).then(
        () => acknowledged.push(id),
        (thrown: unknown) => (refusal = thrown),
      )
    }
    expect(refusal).toMatchObject({ errCode: -502001, errMsg: expect.stringMatching(/I\/O error|disk is full/) })
    await expect(add(limited, 'later')).rejects.toThrow(/no write is taken until a restart/)
    expect((await databaseOf(limited).collection('plain').count()).total).toBe(acknowledged.length)
    await limited.kill()
    const again = await startServer(bundle, dir)
    expect((await databaseOf(again).collection('plain').count()).total).toBe(acknowledged.length)
    await add(again, 'later')
    await again.kill()
  }, 60_000)

  it('leaves nothing of an upload that does not fit', async () => {
    const dir = temporaryFolder()
    const limited = await startServer(bundle, dir, "trap '' XFSZ; ulimit -f 800;")
    const sdk = connect({ sdkEnv: () => sdkEnvFor(limited.url) })
    const kept = await sdk.uploadFile({ cloudPath: 'a.bin', fileContent: Buffer.alloc(1000, 1) })
    await expect(sdk.uploadFile({ cloudPath: 'a.bin', fileContent: Buffer.alloc(3_000_000, 2) })).rejects.toThrow()
    const { fileContent } = await sdk.downloadFile({ fileID: kept.fileID })
    expect(fileContent.equals(Buffer.alloc(1000, 1))).toBe(true)
    const [group = ''] = readdirSync(path.join(dir, 'files'))
    expect(readdirSync(path.join(dir, 'files', group))).toHaveLength(1)
    await limited.kill()
  }, 60_000)
})
