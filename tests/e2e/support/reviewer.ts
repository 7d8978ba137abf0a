import type { BrowserPhone } from '../../support/browser-phone'

type Cadre = { phone: string; password: string }

/** A cadre comes in by the second door, with a password, and stands at the workbench. */
export async function enterAsCadre(phone: BrowserPhone, { phone: mobile, password }: Cadre) {
  await phone.open('pages/entry/index')
  await phone.shown('door-cadre').waitFor()
  await phone.tap('door-cadre')
  await phone.at('login')
  await phone.tap('login-way-password')
  await phone.type('login-phone', mobile)
  await phone.type('login-password', password)
  await phone.tap('login-consent')
  await phone.tap('login-submit')
}

/** Opens somebody's application from the list. */
export async function openApplication(phone: BrowserPhone, name: string) {
  await phone.at('workbench')
  await phone.tap('tile-waiting')
  await phone.at('queue')
  await phone.page.locator('[id^="row-"]:visible', { hasText: name }).tap()
  await phone.at('detail')
}

/** Approves what is open, and answers the question about it. */
export async function approve(phone: BrowserPhone, name: string) {
  await phone.tap('approve')
  await phone.answer('通过')
  await phone.says(`已通过 ${name}`)
}
