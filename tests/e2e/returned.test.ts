import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, type House } from '../support/house'
import { aFreshman, checkIn } from './support/freshman'
import { approve, enterAsCadre, openApplication } from './support/reviewer'

jest.setTimeout(180_000)

const REASON = '团员编号与团员证不一致，请核对第一页。'

let house: House
let browser: Browser
let freshman: BrowserPhone
let cadre: BrowserPhone
const he = aFreshman({ name: '何一舟' })
const rightNumber = '202199887766'

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  freshman = await openPhone(browser, { url: house.url })
  cadre = await openPhone(browser, { url: house.url })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

describe('a form that comes back', () => {
  test('is returned with a reason and with the field to look at marked', async () => {
    await checkIn(freshman, house, he)
    await house.runTimer()
    await enterAsCadre(cadre, house.operator)
    await openApplication(cadre, he.name)
    await cadre.tap('send-back')
    await cadre.at('return')
    await cadre.type('reason', REASON)
    await cadre.tap('mark-memberNumber')
    await cadre.tap('return-send')
    await cadre.at('queue')
  })

  test('says who returned it and why, and asks for nothing but the marked field', async () => {
    await freshman.at('returned')
    expect(await freshman.text('returned-reason')).toContain(REASON)
    expect(await freshman.text('returned-reason')).toContain('林晓禾')
    expect(await freshman.text('returned-fields')).toContain('请核对')
    expect(await freshman.box('form-memberNumber').inputValue()).toBe(he.memberNumber)
    expect(await freshman.shown('returned-fields').locator('input').count()).toBe(1)
  })

  test('goes back with that one value changed and every other kept, the ID number among them', async () => {
    await freshman.type('form-memberNumber', rightNumber)
    await freshman.tap('returned-submit')
    await freshman.at('waiting')
    await freshman.tap('waiting-filed')
    const filed = await freshman.text('waiting-filed-sheet')
    for (const words of [he.name, he.joinedUnit, he.unit, '2021年5月', '2007年5月17日']) expect(filed).toContain(words)

    const [person] = await house.ground.world.db.people.list(
      { 'checkIn.reviewOrg': house.branch._id, 'checkIn.status': 'pending' },
      { limit: 5 },
    )
    expect(person?.idTail).toBe(he.idNumber.slice(-4))
    expect(person?.profile.memberNumber).toBe(rightNumber)
  })

  test('does not need a second check of the real name, and is approved', async () => {
    await cadre.page.reload()
    await cadre.page.locator('[id^="row-"]:visible', { hasText: he.name }).tap()
    await cadre.at('detail')
    await cadre.says('实名通过')
    await approve(cadre, he.name)
    await freshman.tap('waiting-filed-sheet-close')
    await freshman.at('home')
  })
})
