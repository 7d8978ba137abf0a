import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, type House } from '../support/house'
import { aFreshman, checkIn } from './support/freshman'
import { approve, enterAsCadre, openApplication } from './support/reviewer'

jest.setTimeout(180_000)

const MOST_INTERACTIONS = 30

let house: House
let browser: Browser
let freshman: BrowserPhone
let cadre: BrowserPhone
const zhou = aFreshman({ name: '周予安' })

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  freshman = await openPhone(browser, { url: house.url })
  cadre = await openPhone(browser, { url: house.url })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

describe('the main job, from the code in the hand to the member', () => {
  test(`a freshman is done in at most ${MOST_INTERACTIONS} interactions, and the number tells birth date, sex and province`, async () => {
    await checkIn(freshman, house, zhou)
    console.info(
      `interactions from the code to 已交给支部: ${freshman.interactions.length}\n${freshman.interactions.join(', ')}`,
    )
    expect(freshman.interactions.length).toBeLessThanOrEqual(MOST_INTERACTIONS)

    await freshman.tap('waiting-filed')
    const filed = await freshman.text('waiting-filed-sheet')
    for (const words of ['2007年5月17日', '女', '广东省', '示例中学', '本科在读']) expect(filed).toContain(words)
    expect(filed).not.toContain(zhou.idNumber)
    await freshman.tap('waiting-filed-sheet-close')
  })

  test('the operator finds the application, sees what was filled in, and approves it', async () => {
    await house.runTimer()
    await enterAsCadre(cadre, house.operator)
    await openApplication(cadre, zhou.name)
    await cadre.says('实名通过')
    await cadre.tap('facts-all')
    expect(await cadre.text('facts')).toContain('示例大学')
    expect(await cadre.page.content()).not.toContain(zhou.idNumber)
    await approve(cadre, zhou.name)
    await cadre.at('queue')
    await cadre.says('都审完了')
  })

  test('the member is told, comes home by herself, and finds her data', async () => {
    await freshman.at('home')
    await freshman.says('已报到')
    await freshman.tap('home-profile')
    await freshman.at('profile')
    expect(await freshman.text('profile-name')).toContain(zhou.name)
    expect(await freshman.text('profile-memberNumber')).not.toContain(zhou.memberNumber)
  })

  test('no page threw anything', () => {
    expect([...freshman.faults, ...cadre.faults]).toEqual([])
  })
})
