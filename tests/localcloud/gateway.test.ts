import { mkdirSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import path from 'node:path'
import { startTestCloud, type TestCloud } from './support/cloud'
import { temporaryFolder } from './support/folder'

let cloud: TestCloud
const site = temporaryFolder()
const demo = temporaryFolder()
beforeAll(async () => {
  mkdirSync(path.join(site, 'js'))
  writeFileSync(path.join(site, 'index.html'), '<title>home</title>')
  writeFileSync(path.join(site, 'js', 'app.js'), 'void 0')
  writeFileSync(path.join(site, '中文.css'), 'a{}')
  writeFileSync(path.join(demo, 'index.html'), '<title>demo</title>')
  cloud = await startTestCloud({ sites: { '/': site, '/demo': demo } })
})
afterAll(() => cloud.close())

type Answer = { event: unknown; caller: Record<string, unknown> }
const call = (name: string, body: string, headers: Record<string, string> = {}) =>
  fetch(`${cloud.url}/v1/functions/${name}`, { method: 'POST', body, headers })
const raw = (target: string, headers: Record<string, string> = {}) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const sent = request({ port: cloud.port, path: target, headers }, (reply) => {
      let body = ''
      reply.on('data', (part: Buffer) => (body += part.toString()))
      reply.on('end', () => resolve({ status: reply.statusCode, body }))
    })
    sent.on('error', reject)
    sent.end()
  })

describe('POST /v1/functions/{name}', () => {
  it('answers what the function returned, with the address of the client and no WeChat user', async () => {
    const reply = await call('echo', '{"a":1}')
    const answer = (await reply.json()) as Answer
    expect(reply.status).toBe(200)
    expect(answer.event).toEqual({ a: 1 })
    expect(answer.caller).toEqual({ CLIENTIP: '127.0.0.1', ENV: 'local-env' })
  })

  it('simulates a WeChat user by a header', async () => {
    const answer = (await (await call('echo', '{}', { 'x-simulated-openid': 'oPersona' })).json()) as Answer
    expect(answer.caller).toMatchObject({ OPENID: 'oPersona' })
  })

  it('does not simulate one for a page from elsewhere', async () => {
    const answer = (await (
      await call('echo', '{}', { 'x-simulated-openid': 'oPersona', origin: 'https://evil.example' })
    ).json()) as Answer
    expect(answer.caller).not.toHaveProperty('OPENID')
  })

  it('refuses a body that is no JSON, too large, or for nobody', async () => {
    expect((await call('echo', 'no json')).status).toBe(400)
    expect((await call('echo', JSON.stringify('x'.repeat(200_000)))).status).toBe(413)
    const missing = await call('nobody', '{}')
    expect(missing.status).toBe(404)
    expect(await missing.json()).toMatchObject({ code: 'FUNCTIONS_REQUEST_FAIL' })
  })

  it('tells a failure of the function as a failure', async () => {
    const reply = await call('order', '{"boom":true}')
    expect(reply.status).toBe(500)
    expect(await reply.json()).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('boom'),
    })
  })
})

describe('other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${cloud.url}/v1/functions/echo`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-headers': 'content-type, x-simulated-openid' },
    })

  it('of this machine may call', async () => {
    const reply = await preflight('http://localhost:10086')
    expect(reply.headers.get('access-control-allow-origin')).toBe('http://localhost:10086')
    expect(reply.headers.get('access-control-allow-headers')).toContain('x-simulated-openid')
  })

  it.each(['https://evil.example', 'http://127.0.0.1.evil.example', 'null'])('%s may not', async (origin) => {
    expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('a site', () => {
  it.each([
    ['/', 'text/html', 'home'],
    ['/js/app.js', 'text/javascript', 'void 0'],
    ['/%E4%B8%AD%E6%96%87.css', 'text/css', 'a{}'],
    ['/some/page', 'text/html', 'home'],
    ['/demo/', 'text/html', 'demo'],
    ['/demo', 'text/html', 'demo'],
  ])('gives %s', async (target, type, content) => {
    const reply = await fetch(cloud.url + target)
    expect(reply.headers.get('content-type')).toContain(type)
    expect(await reply.text()).toContain(content)
  })

  it('has no file that is not there', async () => {
    expect((await fetch(`${cloud.url}/js/none.js`)).status).toBe(404)
  })

  it.each(['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/js/..%2f..%2f..%2fetc%2fpasswd', '/%00', '/%E4%B8'])(
    'is never left by %s',
    async (target) => {
      const { body } = await raw(target)
      expect(body).not.toContain('root:')
    },
  )
})

describe('health', () => {
  it('is good when store and functions are there', async () => {
    const reply = await fetch(`${cloud.url}/health`)
    expect(reply.status).toBe(200)
    expect(await reply.json()).toEqual({ ok: true, store: true, missingFunctions: [] })
  })
})

describe('the outbox', () => {
  it('is a page and a list, for this machine only', async () => {
    expect(await (await fetch(`${cloud.url}/outbox`)).text()).toContain('发件箱')
    expect((await raw('/outbox.json', { host: 'rebound.example' })).status).toBe(403)
    expect((await raw('/outbox.json')).body).toBe('[]')
  })
})
