import type { Browser } from 'playwright-core'
import { openBrowser } from '../support/browser'
import { openPhone, type BrowserPhone } from '../support/browser-phone'
import { openHouse, type House } from '../support/house'
import { aFreshman, checkIn } from './support/freshman'
import { enterAsCadre, openApplication } from './support/reviewer'

jest.setTimeout(180_000)

/** Digits of the ID number for which the sandbox says: name and number do not belong together. */
const MISMATCH = '90'

let house: House
let browser: Browser
let freshman: BrowserPhone
let cadre: BrowserPhone
const song = aFreshman({ name: '宋清和', answer: MISMATCH })

beforeAll(async () => {
  ;[house, browser] = await Promise.all([openHouse(), openBrowser()])
  freshman = await openPhone(browser, { url: house.url })
  cadre = await openPhone(browser, { url: house.url })
})

afterAll(async () => {
  await browser?.close()
  await house?.close()
})

/** A photo as a camera makes it. */
const aPhoto = async () => ({
  name: 'proof.jpg',
  mimeType: 'image/jpeg',
  buffer: await freshman.page.screenshot({ type: 'jpeg' }),
})

describe('a real name that the check does not confirm', () => {
  test('after one failure the operator can neither approve nor verify offline yet, and reads why', async () => {
    await checkIn(freshman, house, song)
    await house.runTimer()
    await enterAsCadre(cadre, house.operator)
    await openApplication(cadre, song.name)
    expect(await cadre.shown('approve').getAttribute('aria-disabled')).toBe('true')
    expect(await cadre.shown('approve-offline').getAttribute('aria-disabled')).toBe('true')
    expect(await cadre.text('why-off')).toContain('实名校验中')
  })

  test('after the second failure the way is to meet in person', async () => {
    await house.runTimerIn(21)
    await cadre.page.reload()
    await cadre.at('detail')
    await cadre.says('要先线下核验')
    expect(await cadre.shown('approve').getAttribute('aria-disabled')).toBe('true')
    await freshman.page.reload()
    await freshman.says('由支部线下核验')
  })

  test('with an explanation, a photo and the word of the operator the freshman is in', async () => {
    await cadre.tap('approve-offline')
    await cadre.at('offline-page')
    await cadre.type('explanation', '在团委办公室见到本人，核对了身份证原件。')
    const chosen = cadre.page.waitForEvent('filechooser')
    await cadre.tap('proof-add')
    await (await chosen).setFiles(await aPhoto())
    await cadre.says('1 张，最多 8 张')
    await cadre.tap('confirmed')
    await cadre.page.locator('[id="offline-send"][aria-disabled]').waitFor({ state: 'detached' })
    await cadre.tap('offline-send')
    await cadre.at('queue')

    await freshman.at('home')
    await freshman.says('线下通过')
  })
})

describe('the photo of the proof', () => {
  test('was cleaned, and opens for the operator with a record of the look', async () => {
    const [person] = await house.ground.world.db.people.list(
      { 'checkIn.reviewOrg': house.branch._id, 'checkIn.status': 'approved' },
      { limit: 5 },
    )
    expect(person?.realName.status).toBe('offlinePassed')

    await cadre.tap('queue-tab-approved')
    await cadre.page.locator('[id^="row-"]:visible', { hasText: song.name }).tap()
    await cadre.at('detail')
    await cadre.tap('proof-look')
    await cadre.shown('proof-photos').locator('img').first().waitFor()
    await cadre.page.waitForFunction(() => {
      const image = document.querySelector<HTMLImageElement>('#proof-photos img')
      return image !== null && image.naturalWidth > 0
    })
    await house.runTimer()
    const looks = await house.ground.world.db.audit.list({ look: `people:${person?._id}` }, { limit: 10 })
    expect(looks.map(({ action }) => action)).toContain('review.photos')
  })
})
