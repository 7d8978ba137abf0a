import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, type House } from '../support/house'
import { aFreshman, beginAt, fillIdentity } from './support/freshman'

jest.setTimeout(120_000)

let house: House
let browser: Browser
let phone: BrowserPhone

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  phone = await openPhone(browser, { url: house.url })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const bornThirteenYearsAgo = () => `${new Date().getUTCFullYear() - 13}-01-15`

describe('somebody who is not 14 yet', () => {
  test('is refused at the first page, and told that nothing was kept', async () => {
    const child = aFreshman({ name: '林小满', bornOn: bornThirteenYearsAgo() })
    await beginAt(phone, house, child)
    await fillIdentity(phone, child)
    await phone.tap('form-next')
    await phone.at('under-14')
    await phone.says('什么都没有保存')
  })

  test('leaves no person, no draft and no name behind, neither in the cloud nor on the phone', async () => {
    const { people, accounts } = house.ground.world.db
    expect(await people.list({ 'checkIn.reviewOrg': house.branch._id }, { limit: 5 })).toEqual([])
    const stored = await accounts.list({}, { limit: 20 })
    expect(stored.length).toBeGreaterThan(1)
    expect(stored.flatMap(({ draft }) => draft ?? [])).toEqual([])

    const kept = await phone.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))
    expect(kept).not.toContain('林小满')
  })

  test('can only go back to the first page', async () => {
    await phone.tap('under-14-home')
    await phone.shown('door-member').waitFor()
  })
})
