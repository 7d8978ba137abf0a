import type { BrowserPhone } from '../../support/browser-phone'
import { PASSWORD, type House } from '../../support/house'

type Newcomer = { mobile: string }
type Known = { phone: string; password: string }

async function askForCode(phone: BrowserPhone, house: House, { mobile }: Newcomer) {
  await phone.type('login-phone', mobile)
  await phone.tap('login-send-code')
  await phone.says('已发到手机')
  await phone.type('login-code', await house.smsCode(mobile))
}

async function agreeAndGo(phone: BrowserPhone) {
  await phone.tap('login-consent')
  await phone.tap('login-submit')
}

/** Asks for a code by SMS and enters with it; the account is made by that. */
export async function enterBySms(phone: BrowserPhone, house: House, newcomer: Newcomer) {
  await phone.at('login')
  await askForCode(phone, house, newcomer)
  await agreeAndGo(phone)
}

/** Makes an account with the password of the house. */
export async function registerWithPassword(phone: BrowserPhone, house: House, newcomer: Newcomer) {
  await phone.at('login')
  await phone.tap('login-register')
  await askForCode(phone, house, newcomer)
  await phone.type('login-password', PASSWORD)
  await agreeAndGo(phone)
}

export async function enterByPassword(phone: BrowserPhone, { phone: mobile, password }: Known) {
  await phone.at('login')
  await phone.tap('login-way-password')
  await phone.type('login-phone', mobile)
  await phone.type('login-password', password)
  await agreeAndGo(phone)
}
