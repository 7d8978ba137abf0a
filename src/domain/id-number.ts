import { isDay, type Day } from './calendar'
import { accept, refuse, type Outcome } from './outcome'
import type { Sex } from './options'
import { provinceNameOf } from './place'
import { toHalfWidth } from './text'

export const ID_NUMBER_REFUSALS = [
  'ID_FIFTEEN_DIGITS',
  'ID_LENGTH',
  'ID_CHARACTERS',
  'ID_PROVINCE',
  'ID_DATE',
  'ID_DATE_FUTURE',
  'ID_CHECK_DIGIT',
] as const
export type IdNumberRefusal = (typeof ID_NUMBER_REFUSALS)[number]

export type IdNumber = { idNumber: string; birthDate: Day; sex: Sex; provinceCode: string; countyCode: string }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = '10X98765432'

/** The eighteenth character of a number, from its first seventeen digits (GB 11643, ISO 7064 MOD 11-2). */
export const checkDigit = (first17: string): string => {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0)
  return CHECK_DIGITS.charAt(sum % 11)
}

/** As typed or pasted: full-width characters, spaces, hyphens and a small x are no mistakes. */
const tidyNumber = (raw: string) =>
  toHalfWidth(raw)
    .replace(/[\s\-‐‑‒–—]/g, '')
    .toUpperCase()

/** Reads a resident's number (GB 11643). `today` is needed because a date of birth may not lie in the future. */
export const readIdNumber = (raw: string, today: Day): Outcome<IdNumber, IdNumberRefusal> => {
  const idNumber = tidyNumber(raw)
  // Cards of the first generation have not been valid since 2013; the new card carries the longer number.
  if (/^\d{15}$/.test(idNumber)) return refuse('ID_FIFTEEN_DIGITS')
  if (!/^\d*X?$/.test(idNumber)) return refuse('ID_CHARACTERS')
  if (idNumber.length !== 18) return refuse('ID_LENGTH', { length: idNumber.length })
  if (!provinceNameOf(idNumber)) return refuse('ID_PROVINCE')

  const birthDate = `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`
  if (!isDay(birthDate)) return refuse('ID_DATE')
  if (birthDate > today) return refuse('ID_DATE_FUTURE')
  if (checkDigit(idNumber) !== idNumber.charAt(17)) return refuse('ID_CHECK_DIGIT')

  const sex = Number(idNumber.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return accept({ idNumber, birthDate, sex, provinceCode: idNumber.slice(0, 2), countyCode: idNumber.slice(0, 6) })
}

/** Reads the number of a document issued outside the mainland: 6–20 letters and digits, no checksum that we could know. */
export const readOutsideNumber = (raw: string): Outcome<string, 'OUTSIDE_NUMBER_FORMAT'> => {
  const number = tidyNumber(raw).replace(/[()]/g, '')
  return /^[A-Z0-9]{6,20}$/.test(number) ? accept(number) : refuse('OUTSIDE_NUMBER_FORMAT')
}
