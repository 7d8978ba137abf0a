import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { anOperator, openHouse, type House } from '../support/house'
import { aFreshman, checkIn } from './support/freshman'
import { approve, enterAsCadre, openApplication } from './support/reviewer'

jest.setTimeout(180_000)

let house: House
let browser: Browser
let freshman: BrowserPhone
let first: BrowserPhone
let second: BrowserPhone
const gu = aFreshman({ name: '顾南星' })

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  freshman = await openPhone(browser, { url: house.url })
  first = await openPhone(browser, { url: house.url })
  second = await openPhone(browser, { url: house.url })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

describe('two operators who look at one application', () => {
  test('the second one is told who was quicker, and sees the decision', async () => {
    await checkIn(freshman, house, gu)
    await house.runTimer()
    const other = await anOperator(house.ground, house.branch, '沈知远')
    await enterAsCadre(first, house.operator)
    await openApplication(first, gu.name)
    await enterAsCadre(second, other)
    await openApplication(second, gu.name)

    await approve(first, gu.name)
    await second.tap('approve')
    await second.answer('通过')
    await second.says('林晓禾')
    expect(await second.text('refusal')).toContain('林晓禾')
    expect(await second.text('situation')).toContain('已通过：林晓禾')
  })
})
