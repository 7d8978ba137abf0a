import { spawn } from 'node:child_process'
import path from 'node:path'
import { startTestCloud } from './support/cloud'
import { temporaryFolder } from './support/folder'
import { connect } from './support/sdk'

/** Runs the writer until it has told `count` acknowledged writes, then kills it in the middle of the next. */
const acknowledgedBeforeDeath = (dir: string, count: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const writer = spawn(process.execPath, ['--import', 'tsx', path.join(__dirname, 'support/writer.ts'), dir])
    let told = ''
    let failure = ''
    writer.stdout.on('data', (part: Buffer) => {
      told += part.toString()
      if (told.split('\n').length > count) writer.kill('SIGKILL')
    })
    writer.stderr.on('data', (part: Buffer) => (failure += part.toString()))
    writer.on('exit', () => {
      const ids = told.split('\n').slice(0, -1)
      if (ids.length >= count) resolve(ids)
      else reject(new Error(failure))
    })
  })

describe('a process that is killed while it writes', () => {
  it('has lost no acknowledged write, and left none half done', async () => {
    const dir = temporaryFolder()
    const acknowledged: string[] = []
    for (const count of [5, 25, 60]) acknowledged.push(...(await acknowledgedBeforeDeath(dir, count)))
    const cloud = await startTestCloud({ dir })
    const { data } = await connect(cloud).database().collection('plain').limit(1000).get()
    await cloud.close()
    const ids = new Set(data.map((row) => String(row._id)))
    expect(acknowledged.filter((id) => !ids.has(`${id}-a`) || !ids.has(`${id}-b`))).toEqual([])
    expect(
      [...ids].filter((id) => !ids.has(id.replace(/-[ab]$/, '-a')) || !ids.has(id.replace(/-[ab]$/, '-b'))),
    ).toEqual([])
  }, 60_000)
})
