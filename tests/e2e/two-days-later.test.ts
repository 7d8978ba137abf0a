import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Guide } from '../../src/demo/province/build'
import { publish } from '../../src/demo/site'
import { openBrowser } from '../support/browser'
import { graveViolations } from '../support/browser-axe'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, type House } from '../support/house'
import { aFreshman, checkIn } from './support/freshman'

jest.setTimeout(240_000)

/** Digits of the ID number for which the sandbox says: name and number do not belong together. */
const MISMATCH = '90'

const folder = mkdtempSync(join(tmpdir(), 'two-days-'))
const site = join(folder, 'site')
let house: House
let browser: Browser
let freshman: BrowserPhone
let desk: Page
const song = aFreshman({ name: '宋清和', answer: MISMATCH })

/** The demo page for this house: one person, who operates the branch. */
function publishPage() {
  const operator = { key: 'operator', name: '林晓禾', role: '团支书', hint: '', openid: house.operator.openid }
  const guide: Guide = {
    madeAt: 'once',
    personas: [{ ...operator, opens: '/cadre/pages/queue/index' }],
    codes: [{ code: house.code, branch: '支部', note: '' }],
    expected: [],
  }
  const file = join(folder, 'guide.json')
  writeFileSync(file, JSON.stringify(guide))
  publish({ built: resolve(__dirname, '../../dist/demo'), guide: file, site })
}

beforeAll(async () => {
  ;[house, browser] = await Promise.all([
    openHouse({ timers: true, inspector: true, sites: { '/demo': site } }),
    openBrowser(),
  ])
  publishPage()
  freshman = await openPhone(browser, { url: house.url })
  desk = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN' })
  desk.setDefaultTimeout(30_000)
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
  rmSync(folder, { recursive: true, force: true })
})

const inPhone = () => desk.frameLocator('#phone')

describe('two days later, on the page with the phone', () => {
  test('a real name that failed once is checked again, and opens for verification in person', async () => {
    await checkIn(freshman, house, song)
    await house.runTimer()
    await desk.goto(`${house.url}/demo/`)
    await inPhone().locator('[id^="row-"]', { hasText: song.name }).click()
    await inPhone().getByText('实名校验中').first().waitFor()

    await desk.getByRole('button', { name: '快进 2 天' }).click()
    await desk.getByText('过了 2 天').waitFor()
    await desk.getByRole('button', { name: '重新载入' }).click()
    await inPhone().getByText('要先线下核验').first().waitFor()
    expect(await desk.locator('#clock').innerText()).toContain('比这台机器快 2 天')
  })

  test('the branch was reminded of who waits', async () => {
    const inbox = await house.ground.world.db.notices.list({ accountId: house.operator.id }, { limit: 20 })
    expect(inbox.map(({ kind }) => kind)).toContain('reviewReminder')
  })
})

describe('the inspector', () => {
  test.each(['calls', 'data', 'data/people', 'timers', 'scans'])('keeps nobody out of %s', async (place) => {
    await desk.goto(`${house.url}/inspector#${place}`)
    await desk.reload()
    await desk.locator('#view > section').waitFor()
    expect(await graveViolations(desk)).toEqual([])
    for (const width of [320, 1440]) {
      await desk.setViewportSize({ width, height: 900 })
      expect(await desk.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
  })

  test('unfolds a call with the keyboard, and it stays unfolded while others come in', async () => {
    await desk.goto(`${house.url}/inspector#calls`)
    await desk.reload()
    const call = desk.locator('details').first()
    const before = await desk.locator('details').count()
    await call.locator('summary').focus()
    await desk.keyboard.press('Enter')
    await call.locator('.op, .inside .note').first().waitFor()
    await house.cloud.invoke('notice', {})
    await desk.locator('details').nth(before).waitFor()
    expect(await call.getAttribute('open')).toBeNull()
    expect(await desk.locator('details[open]').count()).toBe(1)
    expect(await desk.evaluate(() => document.activeElement?.closest('details')?.open)).toBe(true)
  })

  test('runs a timer, and tells how it went', async () => {
    await desk.goto(`${house.url}/inspector#timers`)
    await desk.getByRole('button', { name: '立即运行 timer' }).click()
    await desk.getByText('timer 运行完了').waitFor()
    await desk.getByText('成功').waitFor()
  })

  test('says so when the cloud is gone, and keeps what it showed', async () => {
    await desk.context().setOffline(true)
    await desk.getByText('连不上本机云').waitFor()
    expect(await desk.getByRole('button', { name: '立即运行 timer' }).isVisible()).toBe(true)
    await desk.context().setOffline(false)
    await desk.getByText('连不上本机云').waitFor({ state: 'hidden' })
  })
})
