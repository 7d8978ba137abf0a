import { request } from 'node:http'
import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
beforeAll(async () => {
  cloud = await startTestCloud({ inspector: true })
  db = connect(cloud).database()
})
afterAll(() => cloud.close())

const look = async <T>(name: string, query: Record<string, string> = {}): Promise<T> =>
  (await (await fetch(`${cloud.url}/inspector/${name}.json?${new URLSearchParams(query)}`)).json()) as T // checked by what follows
const act = (name: string, body: unknown) =>
  fetch(`${cloud.url}/inspector/${name}.json`, { method: 'POST', body: JSON.stringify(body) })
const statusWith = (headers: Record<string, string>, method = 'GET') =>
  new Promise<number | undefined>((resolve, reject) => {
    const sent = request({ port: cloud.port, path: '/inspector/clock.json', method, headers }, (reply) => {
      reply.resume()
      resolve(reply.statusCode)
    })
    sent.on('error', reject)
    sent.end()
  })

type Call = { id: string; functionName: string; by: string; operations: number; resultBytes?: number; fault?: unknown }
type Documents = { documents: { id: string; fields: Record<string, unknown> }[]; next?: string; docsExamined: number }

describe('who may ask the inspector', () => {
  it.each([
    ['this machine', {}, 200],
    ['its own page', { 'sec-fetch-site': 'same-origin' }, 200],
    ['a page from elsewhere', { origin: 'https://evil.example' }, 403],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a page of another port without an origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['a rebound name', { host: 'rebound.example' }, 403],
    ['somebody behind a proxy', { 'x-forwarded-for': '203.0.113.9' }, 403],
    ['an uploaded file', { origin: 'null' }, 403],
  ])('%s: %j', async (_, headers, status) => {
    expect(await statusWith(headers)).toBe(status)
    if (status !== 200) expect(await statusWith(headers, 'POST')).toBe(status)
  })

  it('nobody where it was not switched on', async () => {
    const plain = await startTestCloud()
    const statuses = await Promise.all(
      ['', '/page.js', '/state.json'].map(async (path) => (await fetch(`${plain.url}/inspector${path}`)).status),
    )
    await plain.close()
    expect(statuses).toEqual([404, 404, 404])
  })

  it('its page runs nothing from elsewhere and is framed by nobody', async () => {
    const page = await fetch(`${cloud.url}/inspector`)
    expect(await page.text()).toContain('检查台')
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/)
    for (const path of ['page.js', 'style.css'])
      expect((await fetch(`${cloud.url}/inspector/${path}`)).status).toBe(200)
    expect((await fetch(`${cloud.url}/inspector/answer.ts`)).status).toBe(404)
  })
})

describe('the calls', () => {
  const newest = async () => (await look<Call[]>('calls', { function: 'order' }))[0]

  it('carry the database operations that they made, and no other', async () => {
    const answers = await Promise.all([
      cloud.invoke('order', { items: ['a'] }, { openid: 'oSomebodyWithALongName' }),
      db.collection('orders').where({ owner: 'secret owner' }).get(),
      cloud.invoke('echo', {}),
    ])
    expect(answers).toHaveLength(3)
    const call = await newest()
    expect(call).toMatchObject({ functionName: 'order', by: '微信 oSomebodyW…', operations: 1 })
    expect(call?.resultBytes).toBeGreaterThan(10)
    const { operations } = await look<{ operations: unknown[] }>('operations', { id: call?.id ?? '' })
    expect(operations).toMatchObject([{ action: 'insertDocument', collection: 'orders' }])
    expect((await look<Call[]>('calls', { function: 'echo' }))[0]).toMatchObject({ operations: 0, by: '网页' })
  })

  it('tell the error of one that failed', async () => {
    await expect(cloud.invoke('order', { boom: true })).rejects.toThrow()
    expect(await newest()).toMatchObject({ fault: { code: 'FUNCTIONS_EXECUTE_FAIL', message: 'Error: boom' } })
  })

  it('of a trigger are left out until they are asked for, and are kept apart from the others', async () => {
    const before = await look<Call[]>('calls')
    await cloud.runTimer('order')
    expect(await look<Call[]>('calls')).toEqual(before)
    expect((await look<Call[]>('calls', { timers: 'yes' }))[0]).toMatchObject({ by: '定时器' })
    for (let i = 0; i < 105; i++) await cloud.invoke('order', { nothing: true })
    expect(await look<Call[]>('calls', { function: 'order' })).toHaveLength(100)
    expect(await look<Call[]>('calls', { function: 'echo' })).not.toHaveLength(0)
  })
})

it('the scans are told by shape, without what was looked for', async () => {
  await db.collection('plain').add({ data: Array.from({ length: 1001 }, (_, n) => ({ n })) })
  await db.collection('plain').where({ name: 'secret one' }).get()
  await db.collection('plain').where({ name: 'secret two' }).get()
  const scans = await look<unknown[]>('scans')
  expect(scans).toMatchObject([{ collection: 'plain', shape: '{ name: 文本 }', docsExamined: 1001, times: 2 }])
  expect(JSON.stringify([scans, await look('calls')])).not.toContain('secret')
})

describe('the data', () => {
  beforeAll(async () => {
    const long = 'c'.repeat(500)
    await db.collection('things').add({
      data: Array.from({ length: 45 }, (_, n) => ({
        _id: `t${String(n).padStart(2, '0')}`,
        n,
        long,
        odd: n % 2 === 1,
      })),
    })
  })

  it('are counted, with their indexes', async () => {
    const found = await look<{ name: string }[]>('collections')
    expect(found.find(({ name }) => name === 'things')).toEqual({
      name: 'things',
      documents: 45,
      indexes: [
        {
          name: 'group',
          keys: [
            { path: 'group', direction: 1 },
            { path: 'n', direction: -1 },
          ],
          unique: false,
          multikey: false,
        },
      ],
    })
  })

  it('are paged by key: each once, and no page reads more than itself', async () => {
    const ids: string[] = []
    for (let after: string | undefined = ''; after !== undefined;) {
      const page: Documents = await look('documents', { collection: 'things', ...(after ? { after } : {}) })
      expect(page.docsExamined).toBeLessThanOrEqual(21)
      ids.push(...page.documents.map(({ id }) => id))
      after = page.next
    }
    expect(ids).toEqual(Array.from({ length: 45 }, (_, n) => `t${String(n).padStart(2, '0')}`))
  })

  it('are shown as stored, long texts cut', async () => {
    const { documents } = await look<Documents>('documents', { collection: 'things', id: 't07' })
    expect(documents).toEqual([{ id: 't07', fields: { n: 7, long: `${'c'.repeat(96)}…（共 500 字）`, odd: true } }])
  })

  it.each([
    [{ field: 'n', is: '$lte', value: '1' }, ['t00', 't01']],
    [{ field: 'n', is: '$eq', value: '44' }, ['t44']],
    [{ field: 'n', value: '"44"' }, []],
    [{ field: 'odd', value: 'true', after: 't42' }, ['t43']],
    [{ id: 'nobody' }, []],
  ])('are found by %j', async (query, expected) => {
    const { documents } = await look<Documents>('documents', { collection: 'things', ...query })
    expect(documents.map(({ id }) => id)).toEqual(expected)
  })

  it.each([
    [{ collection: 'nowhere' }, 404],
    [{ collection: 'things', field: '$where', value: '1' }, 400],
    [{ collection: 'things', field: 'n', is: '$regex', value: 'x' }, 400],
  ])('are not read by %j', async (query, status) => {
    expect((await fetch(`${cloud.url}/inspector/documents.json?${new URLSearchParams(query)}`)).status).toBe(status)
  })
})

describe('the timers', () => {
  type Timers = { started: boolean; timers: { name: string; next: number; last?: { result?: string } }[] }

  it('are run by hand, and tell their last and next run', async () => {
    expect((await act('timers', { run: 'order' })).status).toBe(200)
    const { started, timers } = await look<Timers>('timers')
    expect(started).toBe(false)
    expect(timers).toMatchObject([{ name: 'order', last: { result: expect.stringContaining('"trigger":"tick"') } }])
    expect(timers[0]?.next).toBeGreaterThan(cloud.clock.now())
  })

  it.each([{ run: 'echo' }, {}, { run: 7 }])('are not run by %j', async (body) => {
    expect((await act('timers', body)).status).toBe(400)
  })
})

describe('the clock', () => {
  it('is moved forward, and never back', async () => {
    const before = cloud.clock.now()
    const passed = (await (await act('clock', { pass: 3_600_000 })).json()) as { now: number; ahead: number }
    expect(passed.ahead).toBe(3_600_000)
    expect(passed.now).toBeGreaterThanOrEqual(before + 3_600_000)
    for (const pass of [-1, 'a day', null]) expect((await act('clock', { pass })).status).toBe(400)
    expect(await look('clock')).toMatchObject({ ahead: 3_600_000 })
  })
})
