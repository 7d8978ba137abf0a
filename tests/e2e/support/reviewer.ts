import type { BrowserPhone } from '../../support/browser-phone'
import { enterByPassword } from './enter'

/** A cadre comes in by the second door, with a password, and gets to the workbench. */
export async function enterAsCadre(phone: BrowserPhone, cadre: Parameters<typeof enterByPassword>[1]) {
  await phone.open('pages/entry/index')
  await phone.tap('door-cadre')
  await enterByPassword(phone, cadre)
}

/** Opens somebody's application from the list. */
export async function openApplication(phone: BrowserPhone, name: string) {
  await phone.at('workbench')
  await phone.tap('tile-waiting')
  await phone.at('queue')
  await phone.page.locator('[id^="row-"]:visible', { hasText: name }).tap()
  await phone.at('detail')
}

/** Approves what is open, and answers the question about it: the list comes back, without that row. */
export async function approve(phone: BrowserPhone, name: string) {
  await phone.tap('approve')
  await phone.answer('通过')
  await phone.at('queue')
  await phone.page.locator('[id^="row-"]:visible', { hasText: name }).waitFor({ state: 'detached' })
}
