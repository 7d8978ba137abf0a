import { ID_NUMBER_REFUSALS } from '../id-number'
import { NAME_REFUSALS } from '../text'
import type { Day } from '../calendar'
import type { CheckInField, CheckInValues } from '../check-in-values'
import type { IdType, Sex } from '../options'

/** Everything that can be wrong with a form. Each code is one exact sentence in the programs' messages. */
export const FORM_ISSUE_CODES = [
  'ARRIVAL_MISSING',
  'ARRIVAL_USE_TRANSFER',
  'NAME_MISSING',
  ...NAME_REFUSALS,
  'ID_TYPE_MISSING',
  'ID_MISSING',
  ...ID_NUMBER_REFUSALS,
  'OUTSIDE_NUMBER_FORMAT',
  'BIRTH_DATE_MISSING',
  'BIRTH_DATE_FORMAT',
  'BIRTH_DATE_FUTURE',
  'SEX_MISSING',
  'UNDER_14',
  'OVER_28',
  'ETHNICITY_MISSING',
  'ETHNICITY_OTHER_MISSING',
  'ETHNICITY_OTHER_LONG',
  'HOUSEHOLD_MISSING',
  'HOUSEHOLD_FORMAT',
  'JOINED_MISSING',
  'JOINED_FORMAT',
  'JOINED_FUTURE',
  'JOINED_TOO_YOUNG',
  'JOINED_TOO_OLD',
  'JOINED_UNUSUAL',
  'JOINED_UNIT_MISSING',
  'JOINED_UNIT_LONG',
  'MEMBER_NUMBER_MISSING',
  'MEMBER_NUMBER_FORMAT',
  'MEMBER_NUMBER_YEAR',
  'POLITICAL_STATUS_MISSING',
  'PARTY_MONTH_MISSING',
  'PARTY_MONTH_FORMAT',
  'PARTY_MONTH_FUTURE',
  'PARTY_MONTH_BEFORE_JOINED',
  'PARTY_MONTH_UNDER_18',
  'CADRE_ANSWER_MISSING',
  'POST_MISSING',
  'POST_TITLE_MISSING',
  'POST_TITLE_LONG',
  'POST_SINCE_FORMAT',
  'POST_SINCE_FUTURE',
  'POST_NATURE_MISSING',
  'LETTER_MISSING',
  'LETTER_NUMBER_MISSING',
  'LETTER_NUMBER_LONG',
  'LETTER_ISSUER_MISSING',
  'LETTER_ISSUER_LONG',
  'LETTER_DATE_FORMAT',
  'LETTER_DATE_FUTURE',
  'LETTER_EXPIRED',
  'LETTER_OLD',
  'LETTER_PHOTOS_MISSING',
  'LETTER_PHOTOS_MANY',
  'EDUCATION_MISSING',
  'HIGHEST_EDUCATION_MISSING',
  'EDUCATION_ORDER',
  'OCCUPATION_UNKNOWN',
  'UNIT_MISSING',
  'UNIT_LONG',
  'INCOME_MISSING',
  'RESIDENCE_FORMAT',
  'EMAIL_FORMAT',
  'EMAIL_LONG',
  'QQ_FORMAT',
  'WECHAT_FORMAT',
  'WEIBO_LONG',
  'VOLUNTEER_FORMAT',
  'VOLUNTEER_FUTURE',
] as const
export type FormIssueCode = (typeof FORM_ISSUE_CODES)[number]

/** An error stops the submission, a warning asks to look again. */
export type FormIssue = { field: CheckInField; code: FormIssueCode; level: 'error' | 'warning' }

export type FormValues = Partial<CheckInValues>

export type FormFacts = {
  today: Day
  /** Whoever holds an active post stays beyond 28. */
  holdsPost: boolean
  /** A returned form is on file with its number: an empty number then keeps that one. */
  onFile?: { idType: IdType; birthDate: Day; sex: Sex }
}

export const error = (field: CheckInField, code: FormIssueCode): FormIssue => ({ field, code, level: 'error' })
export const warning = (field: CheckInField, code: FormIssueCode): FormIssue => ({ field, code, level: 'warning' })

/** Whether an answer is one of the list; pages leave it out and old drafts may hold one that is gone. */
export const isOneOf = <T extends string>(list: readonly T[], value: string | undefined): value is T =>
  value !== undefined && (list as readonly string[]).includes(value) // `includes` of a narrower list refuses a string
