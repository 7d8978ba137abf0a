import { sampleIdNumber } from '../../../src/demo/sample-id'
import type { BrowserPhone } from '../../support/browser-phone'
import type { House } from '../../support/house'
import { enterBySms } from './enter'

/** What a freshman knows by heart or reads from papers. */
export type Freshman = {
  name: string
  mobile: string
  idNumber: string
  joinedMonth: string
  joinedUnit: string
  memberNumber: string
  unit: string
}

let made = 0

/** Somebody new. `answer` are the digits of the ID number that choose what the real-name check says. */
export function aFreshman({
  answer = '00',
  bornOn = '2007-05-17',
  ...more
}: Partial<Freshman> & { answer?: string; bornOn?: string } = {}): Freshman {
  made += 1
  return {
    name: '周予安',
    mobile: `1390000${String(made).padStart(4, '0')}`,
    idNumber: sampleIdNumber(bornOn, `${answer}${(made % 5) * 2}`),
    joinedMonth: '2021-05',
    joinedUnit: '示例中学',
    memberNumber: `2021${String(made).padStart(8, '0')}`,
    unit: '示例大学',
    ...more,
  }
}

/** Opens the link of a branch and gets as far as the empty form. */
export async function beginAt(phone: BrowserPhone, house: House, freshman: Freshman, enter = enterBySms) {
  await phone.open(`pages/branch/index?code=${house.code}`)
  await phone.at('branch')
  await phone.tap('branch-start')
  await enter(phone, house, freshman)
  await phone.at('arrival')
  await phone.tap('arrival-inProvince')
  await phone.at('form')
}

export async function fillIdentity(phone: BrowserPhone, { name, idNumber }: Freshman) {
  await phone.type('form-name', name)
  await phone.type('form-idNumber', idNumber)
}

export async function fillLeague(phone: BrowserPhone, { joinedMonth, joinedUnit, memberNumber }: Freshman) {
  await phone.type('form-joinedMonth', joinedMonth)
  await phone.type('form-joinedUnit', joinedUnit)
  await phone.type('form-memberNumber', memberNumber)
}

/** The four pages, up to the button that hands the form in. */
export async function fillForm(phone: BrowserPhone, freshman: Freshman) {
  await fillIdentity(phone, freshman)
  await phone.tap('form-next')
  await phone.shown('form-joinedMonth').waitFor()
  await fillLeague(phone, freshman)
  await phone.tap('form-next')
  await phone.shown('form-unit').waitFor()
  await phone.type('form-unit', freshman.unit)
  await phone.tap('form-next')
  await phone.shown('form-submit').waitFor()
  await phone.tap('form-consent')
}

/** From the link of the branch to 已交给支部. */
export async function checkIn(phone: BrowserPhone, house: House, freshman: Freshman) {
  await beginAt(phone, house, freshman)
  await fillForm(phone, freshman)
  await phone.tap('form-submit')
  await phone.at('waiting')
}
