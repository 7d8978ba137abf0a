import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, PASSWORD, type House } from '../support/house'
import { enterByPassword, registerWithPassword } from './support/enter'
import { aFreshman, beginAt, fillForm, fillIdentity, fillLeague } from './support/freshman'

jest.setTimeout(180_000)

let house: House
let browser: Browser
let phone: BrowserPhone

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
})

beforeEach(async () => {
  phone = await openPhone(browser, { url: house.url })
})

afterEach(() => phone.close())

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

const applications = async (name: string) => {
  const waiting = await house.ground.world.db.people.list(
    { 'checkIn.reviewOrg': house.branch._id, 'checkIn.status': 'pending' },
    { limit: 50 },
  )
  return waiting.filter(({ identity }) => identity.name === name)
}

describe('no network at the moment of handing in', () => {
  test('says so and keeps the form; the next try hands in one application', async () => {
    const tang = aFreshman({ name: '唐知微' })
    await beginAt(phone, house, tang)
    await fillForm(phone, tang)
    await phone.context.setOffline(true)
    await phone.tap('form-submit')
    await phone.says('不会重复提交')
    expect(await applications(tang.name)).toHaveLength(0)

    await phone.context.setOffline(false)
    await phone.tap('form-submit')
    await phone.at('waiting')
    expect(await applications(tang.name)).toHaveLength(1)
  })

  test('an answer that was lost on its way does no harm: the same application is found again', async () => {
    const xia = aFreshman({ name: '夏言蹊' })
    await beginAt(phone, house, xia)
    await fillForm(phone, xia)
    let lost = 0
    await phone.page.route('**/v1/functions/checkin', async (route) => {
      const { verb } = route.request().postDataJSON() as { verb: string } // our own envelope
      if (verb !== 'submit' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort('connectionreset')
    })
    await phone.tap('form-submit')
    await phone.says('不会重复提交')
    expect(lost).toBe(1)

    await phone.tap('form-submit')
    await phone.at('waiting')
    const [one, ...others] = await applications(xia.name)
    expect(others).toEqual([])
    expect(one?.checkIn.history.map(({ move }) => move)).toEqual(['submit'])
  })
})

describe('a page that was closed in the middle', () => {
  test('opens where it was, without the ID number on the phone', async () => {
    const lu = aFreshman({ name: '陆听澜' })
    await beginAt(phone, house, lu)
    await fillIdentity(phone, lu)
    await phone.tap('form-next')
    await phone.shown('form-joinedMonth').waitFor()
    await fillLeague(phone, lu)
    await phone.says('已自动保存')
    await phone.tap('form-next')
    await phone.shown('form-unit').waitFor()
    expect(await phone.page.evaluate(() => JSON.stringify([localStorage, sessionStorage]))).not.toContain(lu.idNumber)

    await phone.page.reload()
    await phone.at('form')
    await phone.says('上次填到第 3 步，接着填')
    await phone.type('form-unit', lu.unit)
    await phone.tap('form-next')
    await phone.type('form-idNumber', lu.idNumber)
    expect(await phone.text('form-summary-2')).toContain(lu.joinedUnit)
    await phone.tap('form-consent')
    await phone.tap('form-submit')
    await phone.at('waiting')
    expect(await applications(lu.name)).toHaveLength(1)
  })
})

describe('a session that ends while somebody types', () => {
  test('is renewed at the login page, and every value is still there', async () => {
    const qin = aFreshman({ name: '秦望舒' })
    await beginAt(phone, house, qin, registerWithPassword)
    await fillForm(phone, qin)
    await house.endSessions(qin.mobile)
    await phone.tap('form-submit')
    await enterByPassword(phone, { phone: qin.mobile, password: PASSWORD })
    await phone.at('form')
    expect(await phone.text('form-summary-2')).toContain(qin.joinedUnit)
    await phone.tap('form-submit')
    await phone.at('waiting')
    expect(await applications(qin.name)).toHaveLength(1)
  })
})
