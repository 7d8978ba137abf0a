import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

jest.setTimeout(120_000)

const ROOT = resolve(__dirname, '../..')
const home = mkdtempSync(join(tmpdir(), 'start-'))
afterAll(() => rmSync(home, { recursive: true, force: true }))

type Started = { child: ChildProcess; output: () => string; url: Promise<string>; ended: Promise<number | null> }

/** `npm start`, as a newcomer types it, on any free port. */
function start(env: Record<string, string> = {}, args: string[] = []): Started {
  const child = spawn(process.execPath, ['config/run/start.mjs', ...args], {
    cwd: ROOT,
    env: { ...process.env, PORT: '0', LOCALCLOUD_HOME: home, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  const ended = new Promise<number | null>((done) => child.once('exit', done))
  const url = new Promise<string>((found, lost) => {
    const read = (chunk: Buffer) => {
      text += chunk.toString()
      const address = /健康检查\s+(http:\S+)\/health/.exec(text)?.[1]
      if (address) found(address)
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    void ended.then((code) => lost(new Error(`it ended with ${code}: ${text}`)))
  })
  url.catch(() => undefined) // a start that is meant to fail has no address
  return { child, output: () => text, url, ended }
}

test('npm start shows its progress, fills the province, answers at every address and ends cleanly', async () => {
  const started = start()
  const url = await started.url
  expect(started.output()).toContain('填充示例省')
  for (const path of ['/health', '/demo/', '/', '/outbox', '/inspector'])
    expect((await fetch(url + path)).status).toBe(200)
  expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ ok: true })

  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.output()).toContain('✗ 这份数据正被另一个 npm start 使用')

  started.child.kill('SIGINT')
  expect(await started.ended).toBe(0)
})

test('the data survives a restart: nothing is filled in again', async () => {
  const started = start()
  await started.url
  expect(started.output()).not.toContain('填充示例省')
  started.child.kill('SIGINT')
  expect(await started.ended).toBe(0)
})

test('a port that is no port is told in one sentence', async () => {
  const started = start({ PORT: 'seven' })
  expect(await started.ended).toBe(1)
  expect(started.output()).toMatch(/✗ PORT=seven 不是端口号.*\n$/)
})
