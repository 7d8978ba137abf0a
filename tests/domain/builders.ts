import { checkDigit } from '#domain/id-number'
import type { CheckInValues, ReadyValues } from '#domain/check-in-values'
import type { CheckIn, Person, Profile, RealName } from '#domain/person'
import type { Cadre } from '#domain/permissions'
import type { Author } from '#domain/person'

/** 10:00 in China on 1 September 2024. */
export const NOW = new Date('2024-09-01T02:00:00Z')
export const TODAY = '2024-09-01'

const HOUR = 60 * 60 * 1000
export const hoursAfter = (start: Date, hours: number) => new Date(start.getTime() + hours * HOUR)

/** A synthetic number: the county 440199 is unassigned. */
export const idNumberOf = (birthDate: string, sequence = '001') => {
  const first17 = `440199${birthDate.replace(/-/g, '')}${sequence}`
  return first17 + checkDigit(first17)
}

export const someValues = (more: Partial<CheckInValues> = {}): CheckInValues => ({
  arrivalKind: 'inProvince',
  name: '李晓明',
  idType: 'residentCard',
  idNumber: '440199200603150012',
  joinedMonth: '2020-05',
  joinedUnit: '广州市示例中学',
  memberNumber: '202000000001',
  politicalStatus: 'leagueMember',
  isBranchCadre: false,
  ethnicity: '01',
  education: 'bachelorInProgress',
  highestEducation: 'bachelorInProgress',
  householdPlace: { code: '440199', name: '广东省广州市示例区' },
  occupation: 'student',
  unit: '示例大学',
  incomeBand: 'student',
  ...more,
})

export const readyValues = (more: Partial<CheckInValues> = {}): ReadyValues => ({
  birthDate: '2006-03-15',
  sex: 'male',
  ...someValues(more),
})

export const self: Extract<Author, { kind: 'self' }> = { kind: 'self', accountId: 'account-li', name: '李晓明' }
export const secretary: Cadre = {
  kind: 'cadre',
  accountId: 'account-wang',
  name: '王书记',
  orgId: '10000005',
  title: '书记',
}
export const deputy: Cadre = {
  kind: 'cadre',
  accountId: 'account-zhao',
  name: '赵副书记',
  orgId: '10000005',
  title: '副书记',
}

type PersonOptions = {
  checkIn?: Partial<CheckIn>
  realName?: Partial<RealName>
  profile?: Partial<Profile>
  member?: boolean
} & Partial<Omit<Person, 'checkIn' | 'realName' | 'profile'>>

/** A person whose check-in waits, with a passed real-name check. */
export const aPerson = ({ checkIn, realName, profile, member, ...more }: PersonOptions = {}): Person => {
  const { name, idType, idNumber: _idNumber, birthDate, sex, arrivalKind, letter: _letter, ...typed } = readyValues()
  return {
    _id: '1_person',
    accountId: 'account-li',
    identity: { name, idType, idMask: '4401**********0012', birthDate, sex },
    arrivalKind,
    profile: { ...typed, ...profile },
    mobileMask: '138****0000',
    anc: ['10000001', '10000005'],
    checkIn: {
      status: 'pending',
      version: 1,
      branchId: '10000005',
      reviewOrg: '10000005',
      submittedAt: NOW,
      history: [{ at: NOW, move: 'submit', author: self }],
      ...checkIn,
    },
    realName: { status: 'passed', attempts: 1, startedAt: NOW, checkedAt: NOW, failedChecks: [], ...realName },
    ...(member && { membership: { branchId: '10000005', since: NOW, status: 'normal' as const } }),
    ...more,
  }
}

/** The value of an accepted outcome, or a test that fails with the refusal. */
export const accepted = <T>(outcome: { ok: true; value: T } | { ok: false; code: string }): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
  return outcome.value
}
