import { NUMBERED_SINCE } from '#domain/age'
import type { CheckInField } from '#domain/check-in-values'
import type { FormValues } from '#domain/check-in-form'
import { FIELDS } from '#domain/fields'

/** Fields that only some other answer asks for. */
const ASKED: Partial<Record<CheckInField, (values: FormValues) => boolean>> = {
  birthDate: ({ idType }) => idType === 'outsideMainland',
  sex: ({ idType }) => idType === 'outsideMainland',
  ethnicityOther: ({ ethnicity }) => ethnicity === 'other',
  partyJoinedMonth: ({ politicalStatus }) => politicalStatus !== undefined && politicalStatus !== 'leagueMember',
  branchPost: ({ isBranchCadre }) => isBranchCadre === true,
  letter: ({ arrivalKind }) => arrivalKind === 'otherProvince',
}
const NEEDED: Partial<Record<CheckInField, (values: FormValues) => boolean>> = {
  memberNumber: ({ joinedMonth = NUMBERED_SINCE }) => joinedMonth === '' || joinedMonth >= NUMBERED_SINCE,
  unit: ({ occupation }) => occupation === 'student',
}

/** Does the form ask for it, given the other answers? */
export const isAsked = (field: CheckInField, values: FormValues) => ASKED[field]?.(values) ?? true

/** Does it carry a `*` now? */
export const isRequired = (field: CheckInField, values: FormValues) =>
  FIELDS[field].required === 'always' || (FIELDS[field].required === 'conditional' && (NEEDED[field]?.(values) ?? true))

/** The label as the form says it. */
export const labelFor = (field: CheckInField, { idType }: FormValues) =>
  field === 'idNumber' && idType === 'residentCard' ? '身份证号' : FIELDS[field].label

/** The id of a field's control; `-field` stands around it, `-error` is its sentence. */
export const idFor = (field: CheckInField) => `form-${field}`
