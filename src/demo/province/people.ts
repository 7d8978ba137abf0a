import { defaultsFor, checkForm } from '#domain/check-in-form'
import { addMonths, dayOf } from '#domain/calendar'
import type { CheckInValues, ReadyValues } from '#domain/check-in-values'
import { HOUR } from '#domain/limits'
import { maskPhone } from '#domain/masks'
import { keyedHash } from '../../../cloudfunctions/_platform/crypto/keyed-hash'
import type { Keyring } from '../../../cloudfunctions/_platform/crypto/keyring'
import { sealPerson } from '../../../cloudfunctions/_platform/crypto/sealed-fields'
import type { StoredClaim, StoredPerson } from '../../../cloudfunctions/_platform/db/stored'
import { effect, nextDue, type Effect } from '../../../cloudfunctions/_platform/effects'
import { account, accountId, untouched, type AccountSeed } from './accounts'
import type { Cadres } from './cadres'
import { live, type Return, type Stage } from './life'
import type { Numbers } from './numbers'
import type { OrgSeed } from './orgs'

export type PersonSeed = Omit<StoredPerson, 'rev' | 'v'>
export type ClaimSeed = Omit<StoredClaim, 'rev' | 'v'>
export type Made = { person: PersonSeed; account: AccountSeed; claim: ClaimSeed; phone: string }

export type Wanted = {
  key: string
  name: string
  branch: OrgSeed
  stage: Stage
  /** Hours before the start. */
  submitted: number
  hoursToDecision?: number
  idNumber?: string
  values?: Partial<CheckInValues>
  returned?: Return
  isPersona?: boolean
}

export type Setting = {
  keys: Keyring
  now: Date
  numbers: Numbers
  cadres: Cadres
  orgs: readonly OrgSeed[]
  age(): number
}

const RETURN: Return = { reason: '团员编号和团员证第一页不一样，请核对后再交。', markedFields: ['memberNumber'] }
const HOUSEHOLD = { code: '440199', name: '广东省示例市示例区' }
const REMINDERS = [24, 48]

/** The branch, or the next above it with an operator other than the applicant. */
function reviewerOf({ cadres, orgs }: Setting, branch: OrgSeed, applicant: string) {
  for (const id of [...branch.path].reverse()) {
    const [reviewer, org] = [cadres.reviewer(id, applicant), orgs.find(({ _id }) => _id === id)]
    if (reviewer && org) return { reviewer, org }
  }
  throw new Error('nobody reviews this branch')
}

/** A filled form that the rules accept on the day of its submission. */
function formOf(
  { numbers }: Setting,
  { name, idNumber, values, branch }: Wanted & { idNumber: string },
  day: string,
): ReadyValues {
  const joinedMonth =
    values?.joinedMonth ?? addMonths(`${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}`, 15 * 12 + 2)
  const form = {
    ...defaultsFor({ arrival: 'inProvince' }),
    name,
    idNumber,
    householdPlace: HOUSEHOLD,
    joinedMonth,
    joinedUnit: '南岭示例中学',
    memberNumber: numbers.memberNumber(joinedMonth),
    unit: branch.fullName.includes('大学') ? '南岭示例大学' : '岭东示例学院',
    ...values,
  }
  const { ready, issues } = checkForm(form, { today: day, holdsPost: false })
  if (!ready) throw new Error(`the form of the seed is refused: ${issues.map(({ code }) => code).join(', ')}`)
  return ready
}

/** What the timer still owes to somebody who waits: reminders and the next real-name check. */
function owed(key: string, { checkIn, realName }: PersonSeed, retryAt: Date | undefined, now: Date): Effect[] {
  if (checkIn.status !== 'pending') return []
  const reminders = REMINDERS.map((hours) => new Date(checkIn.submittedAt.getTime() + hours * HOUR))
  return [
    ...reminders
      .filter((at) => at > now)
      .map((at) => effect({ kind: 'reviewReminder', version: checkIn.version }, `seed:${key}:${at.getTime()}`, at)),
    ...(retryAt
      ? [effect({ kind: 'realNameCheck', startedAt: realName.startedAt }, `seed:${key}:check`, retryAt)]
      : []),
  ]
}

/** Somebody with account, check-in and member number, as the product itself would have written them. */
export function person(setting: Setting, wanted: Wanted): Made {
  const { keys, now, numbers } = setting
  const { key, branch, stage, isPersona } = wanted
  const submittedAt = new Date(now.getTime() - wanted.submitted * HOUR)
  const idNumber = wanted.idNumber ?? numbers.idNumber(setting.age(), stage.startsWith('failed') ? '90' : undefined)
  const values = formOf(setting, { ...wanted, idNumber }, dayOf(submittedAt))
  const [id, phone] = [keyedHash(keys.index, 'idNumber', idNumber), numbers.phone()]
  const { reviewer, org } = reviewerOf(setting, branch, accountId(key))
  const mobileMask = maskPhone(phone)
  const submission = {
    personId: id,
    accountId: accountId(key),
    values,
    mobileMask,
    branchId: branch._id,
    reviewOrg: org._id,
    anc: branch.path,
  }
  const hoursToDecision = wanted.hoursToDecision ?? 9
  const lived = live(submission, { stage, reviewer, returned: wanted.returned ?? RETURN, hoursToDecision }, submittedAt)
  const made: PersonSeed = {
    ...untouched,
    ...lived.person,
    ...sealPerson(keys.field, id, { idNumber, mobile: phone }),
    idTail: idNumber.slice(-4),
    branchName: branch.alias ?? branch.shortName,
    reviewOrgName: org.alias ?? org.shortName,
  }
  const outbox = owed(key, made, lived.retryAt, now)
  return {
    phone,
    person: { ...made, outbox, dueAt: nextDue(outbox) },
    account: account(keys, { key, phone, since: new Date(submittedAt.getTime() - HOUR), isPersona }),
    claim: { _id: `memberNumber:${values.memberNumber}`, owner: accountId(key), at: submittedAt },
  }
}
