import { mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import path from 'node:path'
import { startTestCloud } from './support/cloud'
import { temporaryFolder } from './support/folder'
import { connect } from './support/sdk'

describe('starting', () => {
  it('keeps what was stored before', async () => {
    const dir = temporaryFolder()
    const first = await startTestCloud({ dir })
    await connect(first)
      .database()
      .collection('plain')
      .doc('kept')
      .set({ data: { a: 1, tags: ['x'] } })
    await first.close()
    const second = await startTestCloud({ dir })
    expect((await connect(second).database().collection('plain').where({ tags: 'x' }).get()).data).toEqual([
      { _id: 'kept', a: 1, tags: ['x'] },
    ])
    await second.close()
  })

  it('is refused on a port that is taken, by a sentence and a code', async () => {
    const server = createServer()
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    )
    await expect(startTestCloud({ port })).rejects.toMatchObject({
      code: 'EADDRINUSE',
      message: `The port ${port} on 127.0.0.1 is in use by another program.`,
    })
    await new Promise((done) => server.close(done))
  })

  it('is refused on a folder that another local cloud uses', async () => {
    const first = await startTestCloud()
    await expect(startTestCloud({ dir: first.dir })).rejects.toThrow(/is in use by another local cloud\.$/)
    await first.close()
  })

  it('is refused on a folder that is a file', async () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    await expect(startTestCloud({ dir: file })).rejects.toThrow(/cannot be made/)
  })

  it.each([
    ['is no database', (file: string) => writeFileSync(file, 'x'.repeat(5000))],
    [
      'lost a byte of its header',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes.writeUInt8(0x7f, 16)
        writeFileSync(file, bytes)
      },
    ],
    ['was cut off', (file: string) => truncateSync(file, 9000)],
    [
      'was overwritten in the middle',
      (file: string) => {
        const bytes = readFileSync(file)
        bytes.fill(7, 4096, bytes.length - 100)
        writeFileSync(file, bytes)
      },
    ],
  ])('is refused on data that %s', async (_, harm) => {
    const dir = temporaryFolder()
    const first = await startTestCloud({ dir })
    const rows = Array.from({ length: 500 }, (_, n) => ({ n, text: 'x'.repeat(200) }))
    await connect(first).database().collection('plain').add({ data: rows })
    await first.close()
    harm(path.join(dir, 'data.db'))
    await expect(startTestCloud({ dir })).rejects.toThrow(/^The data folder .* cannot be read: data\.db: .+\.$/)
  })

  it('after a refusal leaves the folder free', async () => {
    const dir = temporaryFolder()
    mkdirSync(dir, { recursive: true })
    writeFileSync(path.join(dir, 'data.db'), 'nonsense '.repeat(1000))
    await expect(startTestCloud({ dir })).rejects.toThrow(/cannot be read/)
    writeFileSync(path.join(dir, 'data.db'), '')
    const started = await startTestCloud({ dir })
    expect(started.health().ok).toBe(true)
    await started.close()
  })
})
