import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startTestCloud, type TestCloud } from './support/cloud'
import { temporaryFolder } from './support/folder'
import { connect, type Sdk } from './support/sdk'

let cloud: TestCloud
let sdk: Sdk
const lines: string[] = []
beforeAll(async () => {
  cloud = await startTestCloud({ env: (url) => ({ EXTRA: `seen from ${url}` }), log: (line) => void lines.push(line) })
  sdk = connect(cloud)
})
afterAll(() => cloud.close())

type Answer = {
  caller: Record<string, unknown>
  later?: Record<string, unknown>
  nested?: Record<string, unknown>
  calls: number
  userInfo?: unknown
  trigger?: string
  name: string
  extra: string
  _id: string
}
const order = async (event: unknown = {}, caller: Parameters<TestCloud['invoke']>[2] = {}) =>
  (await cloud.invoke('order', event, caller)) as Answer

describe('a function', () => {
  it('knows the WeChat user who calls it, and the address', async () => {
    const answer = await order({}, { openid: 'oUser1', unionid: 'uUser1', address: '127.0.0.9' })
    expect(answer.caller).toMatchObject({
      OPENID: 'oUser1',
      UNIONID: 'uUser1',
      CLIENTIP: '127.0.0.9',
      ENV: 'local-env',
      SOURCE: 'wx_client',
    })
    expect(answer.userInfo).toMatchObject({ openId: 'oUser1' })
  })

  it('knows no user when a web client calls, not even the one before', async () => {
    await order({}, { openid: 'oUser1' })
    const answers = await Promise.all([order(), order(), order()])
    for (const { caller, userInfo } of answers) {
      expect(caller).not.toHaveProperty('OPENID')
      expect(userInfo).toBeUndefined()
    }
  })

  it('stays warm between calls', async () => {
    const first = await order()
    const counts = [(await order()).calls, (await order()).calls]
    expect(Math.max(...counts)).toBeGreaterThan(1)
    expect(first.name).toBe('order')
  })

  it('has the environment that was asked for', async () => {
    expect((await order()).extra).toBe(`seen from ${cloud.url}`)
  })

  it('keeps the user when it calls another function', async () => {
    const answer = (await cloud.invoke('order', { nested: true }, { openid: 'oUser9' })) as { caller: unknown }
    expect(answer.caller).toMatchObject({ OPENID: 'oUser9', SOURCE: 'wx_client,scf' })
  })

  it('is called through the SDK', async () => {
    expect((await sdk.callFunction({ name: 'echo', data: { hello: 1 } })).result).toMatchObject({ event: { hello: 1 } })
  })

  it('gives null when it returns nothing', async () => {
    expect(await cloud.invoke('order', { nothing: true })).toBeNull()
  })

  it('that throws is told to the caller', async () => {
    await expect(sdk.callFunction({ name: 'order', data: { boom: true } })).rejects.toThrow(/boom/)
  })

  it('that takes too long is ended, and the next call gets a new instance', async () => {
    await expect(cloud.invoke('order', { wait: 60_000 })).rejects.toMatchObject({
      code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED',
      message: expect.stringMatching(/timed out after 3 seconds/),
    })
    expect((await order()).name).toBe('order')
  }, 15_000)

  it('whose instance dies fails that call only', async () => {
    await expect(cloud.invoke('order', { die: true })).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    expect((await order()).name).toBe('order')
  })

  it('that is not described cannot be called', async () => {
    await expect(cloud.invoke('nobody')).rejects.toMatchObject({ code: 'FUNCTIONS_REQUEST_FAIL' })
    await expect(sdk.callFunction({ name: 'constructor' })).rejects.toThrow(/could not be found/)
  })

  it('cannot take an event over 100 KB nor give a result over 1 MB', async () => {
    await expect(cloud.invoke('echo', { text: 'x'.repeat(101 * 1024) })).rejects.toMatchObject({
      code: 'EXCEED_MAX_PAYLOAD_SIZE',
    })
    await expect(cloud.invoke('order', { big: 1024 * 1024 + 1 })).rejects.toThrow(/-604001/)
    expect(await cloud.invoke('order', { big: 1000 })).toHaveLength(1000)
  })

  it('never mixes up 40 callers at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, i) => order({ wait: 10, tell: true }, i % 2 ? { openid: `oParallel${i}` } : {})),
    )
    const expected = Array.from({ length: 40 }, (_, i) => (i % 2 ? `oParallel${i}` : undefined))
    expect(answers.map(({ caller }) => caller.OPENID)).toEqual(expected)
    // Read anew after the wait, and by the function that was called from there.
    expect(answers.map(({ later }) => later?.OPENID)).toEqual(expected)
    expect(answers.map(({ nested }) => nested?.OPENID)).toEqual(expected)
    const owners = await sdk
      .database()
      .collection('orders')
      .where({ owner: /^oParallel/ })
      .count()
    expect(owners.total).toBe(20)
    expect(Math.max(...answers.map(({ calls }) => calls))).toBeGreaterThan(5)
  }, 30_000)
})

describe('a timer', () => {
  it('fires on demand, with no user and the event of the cloud', async () => {
    const answer = (await cloud.runTimer('order')) as Answer
    expect(answer.trigger).toBe('tick')
    expect(answer.caller).not.toHaveProperty('OPENID')
  })

  it('must be described', async () => {
    await expect(cloud.runTimer('echo')).rejects.toThrow(/no timer/)
  })
})

describe('a bundle', () => {
  const folder = temporaryFolder()
  const write = (text: string) => {
    mkdirSync(path.join(folder, 'echo'), { recursive: true })
    writeFileSync(path.join(folder, 'echo', 'index.js'), text)
  }

  it('is loaded anew after it changed, when asked to watch', async () => {
    write(`exports.main = () => 'old'`)
    const watching = await startTestCloud({ functionsDir: folder, watch: true })
    try {
      expect(await watching.invoke('echo')).toBe('old')
      write(`exports.main = () => 'quite new'`)
      expect(await watching.invoke('echo')).toBe('quite new')
      write(`this is no JavaScript`)
      await expect(watching.invoke('echo')).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
    } finally {
      await watching.close()
    }
  })

  it('that was not built is told by the function and by the health', async () => {
    const bare = await startTestCloud({ functionsDir: temporaryFolder() })
    try {
      await expect(bare.invoke('echo')).rejects.toThrow(/has not been built/)
      expect(bare.health()).toMatchObject({ ok: false, missingFunctions: ['order', 'ledger', 'echo'] })
      expect((await fetch(`${bare.url}/health`)).status).toBe(503)
    } finally {
      await bare.close()
    }
  })
})

describe('what a function prints', () => {
  it('reaches the log line by line', async () => {
    const folder = temporaryFolder()
    mkdirSync(path.join(folder, 'echo'))
    writeFileSync(
      path.join(folder, 'echo', 'index.js'),
      `exports.main = async () => { console.log('one\\ntwo'); await new Promise((done) => setTimeout(done, 50)) }`,
    )
    const heard: string[] = []
    const printing = await startTestCloud({ functionsDir: folder, log: (line) => void heard.push(line) })
    await printing.invoke('echo')
    await printing.close()
    expect(heard).toEqual(['[echo] one', '[echo] two'])
  })
})
