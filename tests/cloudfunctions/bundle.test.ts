import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloud as product } from '../../config/cloud'
import { functionEnvironment, newKeys } from '../../src/demo/environment'
import { sampleIdNumber } from '../../src/demo/sample-id'
import { startCloud, type Cloud } from '../../src/localcloud/start'
import { temporaryFolder } from '../localcloud/support/folder'

// every function is bundled, and twice
jest.setTimeout(60_000)

const ROOT = join(__dirname, '../..')
const MOST_BYTES = 1_600_000

/** Runs the build in a process of its own: jest cannot load its modules. Answers what the line writes, as JSON. */
const build = (line: string): unknown => {
  const script = `import * as functions from './config/run/functions.mjs'
    import { LEFT_OUT } from './config/functions/left-out.mjs'
    process.stdout.write(JSON.stringify(await (${line}) ?? null))`
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script], { cwd: ROOT, encoding: 'utf8' }),
  )
}
const bundle = (entry: string, outfile: string) =>
  build(`functions.bundleFunction(${JSON.stringify(entry)}, ${JSON.stringify(outfile)})`)

const description = {
  collections: { claims: product.collections.claims },
  functions: {
    every: {
      timeout: 20,
      memoryMB: 256,
      instances: 1,
      openapi: Object.values(product.functions).flatMap((each) => ('openapi' in each ? each.openapi : [])),
    },
  },
}
const caller = { openid: 'oBundle', address: '127.0.0.9' }
const keys = newKeys()

type Answers = Record<string, unknown>
/** A fresh cloud, and a way to make the calls of support/every-call.ts in it. */
type Side = { dir: string; cloud: Cloud; run(event: { only?: string }): Promise<Answers> }

const openCloud = async (functionsDir?: string) => {
  const dir = temporaryFolder()
  const more = (url: string) => ({
    ...functionEnvironment(url, keys),
    SAMPLE_ID: sampleIdNumber('2008-03-05', '123'),
  })
  const cloud = await startCloud({ dir, description, functionsDir, env: more, durable: false, log: () => undefined })
  return { dir, cloud, env: more(cloud.url) }
}

async function openBundled(): Promise<Side> {
  const folder = temporaryFolder()
  bundle('tests/cloudfunctions/support/every-call.ts', join(folder, 'every/index.js'))
  const { dir, cloud } = await openCloud(folder)
  return { dir, cloud, run: async (event) => (await cloud.invoke('every', event, caller)) as Answers }
}

async function openUnbundled(): Promise<Side> {
  const { dir, cloud, env } = await openCloud()
  const context = { WX_OPENID: caller.openid, WX_CLIENTIP: caller.address, WX_CONTEXT_KEYS: 'WX_OPENID,WX_CLIENTIP' }
  Object.assign(process.env, cloud.sdkEnv(), env, context)
  const { main } = await import('./support/every-call')
  return { dir, cloud, run: async (event) => JSON.parse(JSON.stringify(await main(event))) as Answers }
}

let sides: { bundled: Side; unbundled: Side }
let answers: { bundled: Answers; unbundled: Answers }
beforeAll(async () => {
  sides = { bundled: await openBundled(), unbundled: await openUnbundled() }
  answers = { bundled: await sides.bundled.run({}), unbundled: await sides.unbundled.run({}) }
})
afterAll(() => Promise.all(Object.values(sides).map(({ cloud }) => cloud.close())))

describe('a bundle, though parts of the SDK are left out of it', () => {
  test('answers every call that the product makes as the whole SDK does', () => {
    expect(answers.bundled).toEqual(answers.unbundled)
  })

  test('makes all those calls, and only the one that must fails', () => {
    const failed = Object.entries(answers.bundled).filter(([, answer]) => answer && Object.hasOwn(answer, 'fault'))
    expect(failed.map(([name]) => name)).toEqual(['addAgain'])
    expect(answers.bundled).toMatchObject({
      context: { openid: 'oBundle', address: '127.0.0.9' },
      sms: true,
      realName: { class: 'match' },
      'files.get': 'content of get.txt',
      'files.links': ['content of links.txt'],
      'files.remove': [],
      'openapi.phonenumber': '13800000000',
    })
  })

  test('tells why storage refused a file', async () => {
    for (const { dir } of Object.values(sides)) {
      rmSync(join(dir, 'files'), { recursive: true, force: true })
      writeFileSync(join(dir, 'files'), 'no folder')
    }
    const refused = await sides.bundled.run({ only: 'files.put' })
    expect(refused['files.put']).toEqual({ fault: expect.stringContaining('[InternalError]') })
    expect(await sides.unbundled.run({ only: 'files.put' })).toEqual({
      'files.put': { fault: expect.stringContaining('[InternalError]') },
    })
  })

  test('names the function in which a fault arose', () => {
    expect(answers.bundled.fault).toBe('breakDown')
  })

  test('says in words what is missing when a part that was left out is used', () => {
    const folder = temporaryFolder()
    const names = build('LEFT_OUT') as Record<string, string>
    const lines = Object.keys(names).map((name) => `exports['${name}'] = () => require('${name}').anything`)
    writeFileSync(join(folder, 'entry.cjs'), lines.join('\n'))
    bundle(join(folder, 'entry.cjs'), join(folder, 'bundle.cjs'))
    const touch = require(join(folder, 'bundle.cjs')) as Record<string, () => unknown> // eslint-disable-line @typescript-eslint/no-require-imports -- made just now
    expect(Object.keys(touch)).toEqual(Object.keys(names))
    for (const [name, use] of Object.entries(touch))
      expect(use).toThrow(`${name} is left out of the bundle; ${names[name]} would need it`)
  })
})

describe('the built functions', () => {
  test('stay below 1.6 MB each, and are the same bytes whenever the sources are the same', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()]
    const twice = [one, other].map((out) => `functions.buildFunctions({ out: ${JSON.stringify(out)} })`)
    const [sizes = {}, again] = build(`Promise.all([${twice.join()}])`) as Record<string, number>[]
    expect(again).toEqual(sizes)
    expect(Object.keys(sizes).sort()).toEqual(Object.keys(product.functions).sort())
    for (const [name, bytes] of Object.entries(sizes)) {
      expect(bytes).toBeLessThanOrEqual(MOST_BYTES)
      const [text, same] = [one, other].map((out) => readFileSync(join(out, name, 'index.js'), 'utf8'))
      expect(same === text).toBe(true)
      expect(text?.includes(ROOT)).toBe(false)
    }
  })
})
