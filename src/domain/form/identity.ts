import { judgeEligibility } from '../age'
import { isDay } from '../calendar'
import { readIdNumber, readOutsideNumber } from '../id-number'
import { TEXT } from '../limits'
import { ARRIVAL_KINDS, ETHNICITIES, ID_TYPES, SEXES } from '../options'
import { isPlaceCode } from '../place'
import { lengthOf, normaliseName } from '../text'
import { error, isOneOf, type FormFacts, type FormIssue, type FormValues } from './issue'

const checkArrival = ({ arrivalKind }: FormValues): FormIssue[] => {
  if (!isOneOf(ARRIVAL_KINDS, arrivalKind)) return [error('arrivalKind', 'ARRIVAL_MISSING')]
  // Whoever is in the system already moves by a transfer and does not check in twice (the guide, part 3).
  return arrivalKind === 'inSystem' ? [error('arrivalKind', 'ARRIVAL_USE_TRANSFER')] : []
}

const checkName = ({ name = '' }: FormValues): FormIssue[] => {
  if (name.trim() === '') return [error('name', 'NAME_MISSING')]
  const read = normaliseName(name)
  return read.ok ? [] : [error('name', read.code)]
}

const checkNumber = ({ idType, idNumber = '' }: FormValues, { today, onFile }: FormFacts): FormIssue[] => {
  if (!isOneOf(ID_TYPES, idType)) return [error('idType', 'ID_TYPE_MISSING')]
  if (idNumber.trim() === '') return onFile?.idType === idType ? [] : [error('idNumber', 'ID_MISSING')]
  const read = idType === 'residentCard' ? readIdNumber(idNumber, today) : readOutsideNumber(idNumber)
  return read.ok ? [] : [error('idNumber', read.code)]
}

/** Asked only of those whose number does not tell. */
const checkTyped = ({ idType, birthDate = '', sex }: FormValues, { today }: FormFacts): FormIssue[] => {
  if (idType !== 'outsideMainland') return []
  const sexIssues = isOneOf(SEXES, sex) ? [] : [error('sex', 'SEX_MISSING')]
  if (birthDate === '') return [error('birthDate', 'BIRTH_DATE_MISSING'), ...sexIssues]
  if (!isDay(birthDate)) return [error('birthDate', 'BIRTH_DATE_FORMAT'), ...sexIssues]
  return birthDate > today ? [error('birthDate', 'BIRTH_DATE_FUTURE'), ...sexIssues] : sexIssues
}

const checkAge = ({ idType, birthDate = '' }: FormValues, { today, holdsPost }: FormFacts): FormIssue[] => {
  if (!isDay(birthDate) || birthDate > today) return []
  const field = idType === 'outsideMainland' ? 'birthDate' : 'idNumber'
  const verdict = judgeEligibility(birthDate, today, { holdsPost })
  if (verdict === 'under14') return [error(field, 'UNDER_14')]
  return verdict === 'over28' ? [error(field, 'OVER_28')] : []
}

const checkEthnicity = ({ ethnicity, ethnicityOther = '' }: FormValues): FormIssue[] => {
  if (!isOneOf(ETHNICITIES, ethnicity)) return [error('ethnicity', 'ETHNICITY_MISSING')]
  if (ethnicity !== 'other') return []
  if (ethnicityOther === '') return [error('ethnicityOther', 'ETHNICITY_OTHER_MISSING')]
  return lengthOf(ethnicityOther) > TEXT.ethnicityOther.max ? [error('ethnicityOther', 'ETHNICITY_OTHER_LONG')] : []
}

const checkHousehold = ({ householdPlace }: FormValues): FormIssue[] => {
  if (!householdPlace) return [error('householdPlace', 'HOUSEHOLD_MISSING')]
  const { code, name } = householdPlace
  const named = name !== '' && lengthOf(name) <= TEXT.placeName.max
  return isPlaceCode(code) && named ? [] : [error('householdPlace', 'HOUSEHOLD_FORMAT')]
}

/** Who somebody is: judged at submission, locked afterwards. */
export const checkIdentity = (values: FormValues, facts: FormFacts): FormIssue[] => [
  ...checkArrival(values),
  ...checkName(values),
  ...checkNumber(values, facts),
  ...checkTyped(values, facts),
  ...checkAge(values, facts),
]

/** What belongs to a person but may change. */
export const checkOrigin = (values: FormValues): FormIssue[] => [...checkEthnicity(values), ...checkHousehold(values)]
