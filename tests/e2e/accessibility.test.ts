import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { graveViolations } from '../support/browser-axe'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, type House } from '../support/house'
import { aFreshman, beginAt, fillIdentity, fillLeague } from './support/freshman'
import { approve, enterAsCadre, openApplication } from './support/reviewer'

jest.setTimeout(300_000)

let house: House
let browser: Browser
let member: BrowserPhone
let cadre: BrowserPhone
const xu = aFreshman({ name: '许知行' })
const seen = new Map<string, string[]>()

/** Each page once, however often it is reached. */
const look = async (id: string, page: Page) => {
  if (!seen.has(id)) seen.set(id, await graveViolations(page))
}
const grave = () => [...seen].flatMap(([id, found]) => found.map((line) => `${id}: ${line}`))

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  member = await openPhone(browser, { url: house.url, onPage: look })
  cadre = await openPhone(browser, { url: house.url, onPage: look })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

describe('no page keeps anybody out, in light, in dark and with large letters', () => {
  test('on the way to the first page', async () => {
    await member.open('pages/entry/index')
    await member.shown('door-member').waitFor()
    await look('entry', member.page)
    await member.open('pages/branch/index')
    await member.at('branch-entry')
    for (const id of ['privacy', 'help']) {
      await member.open(`pages/${id}/index`)
      await member.at(id)
    }
    expect(grave()).toEqual([])
  })

  test('on the four pages of the form, with and without sentences about what is missing', async () => {
    await beginAt(member, house, xu)
    await member.tap('form-next')
    await member.shown('form-name-error').waitFor()
    await look('form with errors', member.page)
    await fillIdentity(member, xu)
    await member.tap('form-next')
    await member.shown('form-joinedMonth').waitFor()
    await look('form 2', member.page)
    await fillLeague(member, xu)
    await member.tap('form-next')
    await member.shown('form-unit').waitFor()
    await look('form 3', member.page)
    await member.type('form-unit', xu.unit)
    await member.tap('form-next')
    await member.shown('form-submit').waitFor()
    await look('form 4', member.page)
    await member.tap('form-consent')
    await member.tap('form-submit')
    await member.at('waiting')
    await member.tap('waiting-withdraw')
    await member.at('waiting-withdraw-sheet')
    await member.tap('waiting-withdraw-sheet-close')
    expect(grave()).toEqual([])
  })

  test('on the pages of a cadre', async () => {
    await house.runTimer()
    await enterAsCadre(cadre, house.operator)
    await cadre.at('workbench')
    await openApplication(cadre, xu.name)
    await cadre.tap('reveal-open')
    await cadre.at('reveal')
    await cadre.tap('reveal-close')
    await cadre.tap('send-back')
    await cadre.at('return')
    await cadre.page.goBack()
    await cadre.at('detail')
    await approve(cadre, xu.name)
    await cadre.at('queue')
    await cadre.open('cadre/pages/code/index')
    await cadre.shown('code-image').waitFor()
    await cadre.at('code')
    await cadre.open('cadre/pages/choose/index?switch=1')
    await cadre.at('choose')
    expect(grave()).toEqual([])
  })

  test('on the pages of a member', async () => {
    await member.at('home')
    for (const id of ['profile', 'change', 'inbox', 'me', 'looks']) {
      await member.open(`pages/${id}/index`)
      await member.at(id)
    }
    expect(grave()).toEqual([])
  })
})
