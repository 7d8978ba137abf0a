import { maskIdNumber } from './masks'
import { startRealName } from './real-name'
import type { ReadyValues } from './check-in-values'
import type { Identity, Person, Profile, RealName } from './person'

/** Everything that a submission brings. `personId` stands for the ID number: another number is another person. */
export type CheckInSubmission = {
  personId: string
  accountId: string
  values: ReadyValues
  mobileMask: string
  branchId: string
  reviewOrg: string
  anc: readonly string[]
}

/** The values that are no identity, as they are kept. */
export const profileOf = (values: ReadyValues): Profile => {
  const {
    name: _name,
    idType: _idType,
    idNumber: _idNumber,
    birthDate: _birthDate,
    sex: _sex,
    arrivalKind: _arrivalKind,
    letter: _letter,
    ...profile
  } = values
  return profile
}

export const identityOf = (before: Person | undefined, values: ReadyValues): Identity => {
  const { name, idType, idNumber, birthDate, sex } = values
  // An empty number means that the one on file stays, and with it its mask.
  const idMask = idNumber === '' && before ? before.identity.idMask : maskIdNumber(idNumber)
  return { name, idType, idMask, birthDate, sex }
}

/** The check goes on for the same name and number and starts anew for another. */
export const realNameFor = (before: Person | undefined, submission: CheckInSubmission, now: Date): RealName => {
  const { personId, values } = submission
  const same =
    before !== undefined &&
    before._id === personId &&
    before.identity.name === values.name &&
    before.identity.idType === values.idType
  return same ? before.realName : startRealName(values.idType, now)
}
