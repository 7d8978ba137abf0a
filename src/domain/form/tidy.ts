import { readIdNumber, readOutsideNumber } from '../id-number'
import { normaliseName, toHalfWidth, withoutHidden } from '../text'
import type { Place } from '../check-in-values'
import type { FormFacts, FormValues } from './issue'

const oneLine = (text: string | undefined) => text && withoutHidden(text).replace(/\s+/g, ' ')
const packed = (text: string | undefined) => text && toHalfWidth(withoutHidden(text)).replace(/\s/g, '')
const place = (value: Place | undefined) => value && { code: value.code, name: withoutHidden(value.name) }

const nameOf = ({ name }: FormValues) => {
  if (name === undefined) return undefined
  const normal = normaliseName(name)
  return normal.ok ? normal.value : name
}

/** The number in one spelling, with what it tells. Unreadable ones stay as typed, so that their issue can be named. */
const numberOf = (values: FormValues, { today, onFile }: FormFacts): FormValues => {
  const { idType, idNumber = '', birthDate, sex } = values
  if (idNumber.trim() === '')
    return onFile && onFile.idType === idType ? { idNumber: '', ...onFile } : { idNumber, birthDate, sex }
  if (idType === 'outsideMainland') {
    const read = readOutsideNumber(idNumber)
    return { idNumber: read.ok ? read.value : idNumber, birthDate, sex }
  }
  const read = readIdNumber(idNumber, today)
  if (!read.ok) return { idNumber, birthDate: undefined, sex: undefined }
  return { idNumber: read.value.idNumber, birthDate: read.value.birthDate, sex: read.value.sex }
}

/** Drops what is empty and what only another answer would ask for. */
export const withoutLeftovers = <T extends FormValues>(values: T): T => {
  const unasked: Partial<Record<keyof FormValues, boolean>> = {
    branchPost: values.isBranchCadre === false,
    partyJoinedMonth: values.politicalStatus === 'leagueMember',
    ethnicityOther: values.ethnicity !== undefined && values.ethnicity !== 'other',
    letter: values.arrivalKind !== undefined && values.arrivalKind !== 'otherProvince',
  }
  const isKept = ([field, value]: [string, unknown]) =>
    value !== undefined && (value !== '' || field === 'idNumber') && !unasked[field as keyof FormValues] // keys of T
  // Only values that T has as optional can go, so what is left is still a T.
  return Object.fromEntries(Object.entries(values).filter(isKept)) as T
}

/** The values in one spelling: what is stored when nothing is wrong with them. */
export const tidyValues = (values: FormValues, facts: FormFacts): FormValues => {
  const { letter, branchPost } = values
  return withoutLeftovers({
    ...values,
    name: nameOf(values),
    ...numberOf(values, facts),
    joinedUnit: oneLine(values.joinedUnit),
    memberNumber: packed(values.memberNumber),
    ethnicityOther: oneLine(values.ethnicityOther),
    householdPlace: place(values.householdPlace),
    residencePlace: place(values.residencePlace),
    unit: oneLine(values.unit),
    // A student's band of income is no question.
    incomeBand: values.occupation === 'student' ? 'student' : values.incomeBand,
    email: packed(values.email),
    qq: packed(values.qq),
    wechatId: packed(values.wechatId),
    weibo: oneLine(values.weibo),
    branchPost: branchPost && withTitle(branchPost),
    letter: letter && { ...letter, number: oneLine(letter.number) ?? '', issuer: oneLine(letter.issuer) ?? '' },
  })
}

const withTitle = ({ otherTitle, ...post }: NonNullable<FormValues['branchPost']>) => {
  const title = post.post === 'other' ? oneLine(otherTitle) : undefined
  return title ? { ...post, otherTitle: title } : post
}
