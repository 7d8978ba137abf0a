import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { tsImport } from 'tsx/esm/api'
import { buildAll } from './build.mjs'
import { browser as chromium } from './browser.mjs'
import { say } from './tell.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

const OUT = resolve('docs/images')
const MOST_BYTES = 150_000
const MOST_DESK_BYTES = 300_000

/** Much text makes a large file: these are drawn a little coarser. */
const FULL = { scale: 1.4 }

/** The demo with data of its own, beside the one that a developer may have running. */
async function startDemo() {
  const home = mkdtempSync(join(tmpdir(), 'shots-'))
  for (const name of ['dist', 'node_modules']) symlinkSync(resolve(name), join(home, name))
  const demo = spawn(process.execPath, ['--import', 'tsx', resolve('src/demo/main.ts')], {
    cwd: home,
    env: { ...process.env, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise((found, failed) => {
    demo.once('exit', (code) => failed(new Error(`the demo ended with ${code}`)))
    createInterface({ input: demo.stdout }).on('line', (line) => {
      const address = /(http:\/\/\S+)\/health/.exec(line)
      if (address) found(address[1])
    })
  })
  const close = async () => {
    const ended = new Promise((done) => demo.once('exit', done))
    demo.kill('SIGTERM')
    await ended
    rmSync(home, { recursive: true, force: true })
  }
  return { url, close }
}

const { openBrowser } = await tsImport('../../tests/support/browser.ts', import.meta.url)
const { openPhone } = await tsImport('../../tests/support/browser-phone.ts', import.meta.url)
const { sampleIdNumber } = await tsImport('../../src/demo/sample-id.ts', import.meta.url)

async function take(page, name, most = MOST_BYTES) {
  await page.evaluate(() => document.fonts.ready)
  const path = join(OUT, `${name}.png`)
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' })
  const { size } = statSync(path)
  say(`  ${name}.png ${Math.round(size / 1000)} KB${size > most ? '，太大了' : ''}`)
}

async function shoot(url, browser) {
  const guide = await (await fetch(`${url}/demo/guide.json`)).json()
  const phoneOf = async (persona, look = {}) => {
    const phone = await openPhone(browser, { url, scale: 2, ...look })
    if (persona)
      await phone.context.addInitScript(
        (openid) => sessionStorage.setItem('simulated-openid', openid),
        `sample-${persona}`,
      )
    return phone
  }
  const elder = async (phone) => {
    await phone.open('pages/entry/index')
    await phone.tap('elder')
  }
  /** A picture of a page of somebody; `steps` leads on from there. */
  const shot = async (name, { persona, route, at, look, isElder, steps }) => {
    const phone = await phoneOf(persona, look)
    if (isElder) await elder(phone)
    await phone.open(route)
    await phone.at(at)
    await steps?.(phone)
    await phone.page.waitForLoadState('networkidle')
    await take(phone.page, name)
    await phone.close()
  }

  const newest = async (mobile) => {
    const sent = await (await fetch(`${url}/outbox.json`)).json()
    const list = Array.isArray(sent) ? sent : sent.entries
    return list.find(({ channel, to }) => channel === 'sms' && to.endsWith(mobile)).data[0]
  }
  let freshmen = 0
  const form = async (phone) => {
    const mobile = `1390000990${(freshmen += 1)}`
    await phone.tap('branch-start')
    await phone.type('login-phone', mobile)
    await phone.tap('login-send-code')
    await phone.says('已发到手机')
    await phone.type('login-code', await newest(mobile))
    await phone.tap('login-consent')
    await phone.tap('login-submit')
    await phone.at('arrival')
    await phone.tap('arrival-inProvince')
    await phone.at('form')
    await phone.type('form-name', '周予安')
    await phone.type('form-idNumber', sampleIdNumber('2007-05-17', `00${freshmen * 2}`))
    await phone.says('2007年5月17日')
    await phone
      .shown('form-name')
      .locator('input')
      .blur()
      .catch(() => undefined)
    await phone.page.evaluate(() => document.activeElement?.blur())
  }
  const branch = { route: `pages/branch/index?code=${guide.codes[0].code}`, at: 'branch' }
  const secretary = { persona: 'secretary', at: 'queue', route: 'cadre/pages/queue/index', look: FULL }
  const rows = (phone) => phone.page.locator('[id^="row-"]:visible').first().waitFor()
  const openRow = (name) => async (phone) => {
    await phone.page.locator('[id^="row-"]:visible', { hasText: name }).tap()
    await phone.at('detail')
    await phone.shown('facts').waitFor()
  }

  await shot('entry', { route: 'pages/entry/index', at: 'door-member' })
  await shot('branch', { ...branch })
  await shot('form', { ...branch, steps: form })
  await shot('form-dark', { ...branch, steps: form, look: { dark: true } })
  await shot('form-elder', { ...branch, steps: form, isElder: true })
  await shot('waiting', { persona: 'waiting', route: 'pages/home/index', at: 'waiting', look: FULL })
  await shot('returned', { persona: 'returned', route: 'pages/home/index', at: 'returned' })
  await shot('home', {
    persona: 'member',
    route: 'pages/home/index',
    at: 'home',
    steps: (phone) => phone.shown('home-branch').waitFor(),
  })
  await shot('choose', { persona: 'threePosts', route: 'cadre/pages/choose/index', at: 'choose' })
  await shot('workbench', {
    persona: 'secretary',
    route: 'cadre/pages/workbench/index',
    at: 'workbench',
    steps: (phone) => phone.shown('worst').waitFor(),
  })
  await shot('queue', { ...secretary, steps: rows })
  await shot('queue-dark', { ...secretary, steps: rows, look: { ...FULL, dark: true } })
  await shot('queue-elder', { ...secretary, steps: rows, isElder: true })
  await shot('detail', { ...secretary, steps: openRow('何一舟') })
  await shot('code', {
    persona: 'secretary',
    route: 'cadre/pages/code/index',
    at: 'code',
    steps: (phone) => phone.shown('code-text').waitFor(),
  })

  const desk = await browser.newPage({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  await desk.goto(`${url}/demo/`)
  await desk.waitForLoadState('networkidle')
  await take(desk, 'demo', MOST_DESK_BYTES)
}

await buildAll(['cloudfunctions', 'h5', 'demo'])
process.env.CHROMIUM_PATH = await chromium()
mkdirSync(OUT, { recursive: true })
const [demo, browser] = await Promise.all([startDemo(), openBrowser()])
try {
  await shoot(demo.url, browser)
} catch (fault) {
  // tsx names its files by their whole text: the stack would fill the screen
  console.error(fault.message)
  process.exitCode = 1
} finally {
  await browser.close()
  await demo.close()
}
