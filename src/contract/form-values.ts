import type { CheckInField, CheckInValues } from '#domain/check-in-values'
import { FIELDS } from '#domain/fields'
import {
  ARRIVAL_KINDS,
  CADRE_NATURES,
  CADRE_POSTS,
  EDUCATIONS,
  ETHNICITIES,
  ID_TYPES,
  INCOME_BANDS,
  OCCUPATIONS,
  POLITICAL_STATUSES,
} from '#domain/options'
import { Token, text } from './shapes'
import * as z from './zod'

const Month = text(7)
const Day = text(10)
const Place = z.strictObject({ code: text(6), name: text(60) })

/** What the form may send: shapes and sizes only. What the values mean is judged by domain/check-in-form, sentence by sentence. */
const shape = {
  arrivalKind: z.enum(ARRIVAL_KINDS),
  name: text(60),
  idType: z.enum(ID_TYPES),
  birthDate: z.optional(Day),
  sex: z.optional(z.enum(['male', 'female'])),
  joinedMonth: Month,
  joinedUnit: text(100),
  memberNumber: z.optional(text(20)),
  politicalStatus: z.enum(POLITICAL_STATUSES),
  partyJoinedMonth: z.optional(Month),
  isBranchCadre: z.boolean(),
  branchPost: z.optional(
    z.strictObject({
      post: z.enum(CADRE_POSTS),
      otherTitle: z.optional(text(60)),
      since: Month,
      nature: z.enum(CADRE_NATURES),
      partyBody: z.boolean(),
    }),
  ),
  ethnicity: z.enum(ETHNICITIES),
  ethnicityOther: z.optional(text(40)),
  education: z.enum(EDUCATIONS),
  highestEducation: z.enum(EDUCATIONS),
  householdPlace: Place,
  residencePlace: z.optional(Place),
  occupation: z.optional(z.enum(OCCUPATIONS)),
  unit: z.optional(text(100)),
  incomeBand: z.enum(INCOME_BANDS),
  volunteerSince: z.optional(Month),
  email: z.optional(text(100)),
  qq: z.optional(text(40)),
  wechatId: z.optional(text(60)),
  weibo: z.optional(text(60)),
  letter: z.optional(
    z.strictObject({
      number: text(60),
      issuer: text(100),
      issuedOn: Day,
      photos: z.array(Token).check(z.maxLength(3)),
    }),
  ),
} satisfies Record<Exclude<CheckInField, 'idNumber'>, z.ZodMiniType>

const IdNumber = text(40)

/** A submission. Without an ID number the one on file stays: a returned form is never typed twice. */
export const SubmittedValues = z.strictObject({ ...shape, idNumber: z.optional(IdNumber) })
export type SubmittedValues = z.output<typeof SubmittedValues>

/** A draft holds whatever has been typed, but never the ID number. */
export const DraftValues = z.partial(z.strictObject(shape))
export type DraftValues = z.output<typeof DraftValues>

/** The values on file, with the ID number as a mask. */
export const FiledValues = z.strictObject({ ...shape, idMask: z.string(), mobileMask: z.string() })
export type FiledValues = z.output<typeof FiledValues>

/** Fields that a member may ask to change after approval; which of them need a second look is domain/fields' to say. */
export const ChangeableValues = z.partial(
  z.omit(z.strictObject(shape), {
    arrivalKind: true,
    name: true,
    idType: true,
    birthDate: true,
    sex: true,
    letter: true,
  }),
)
export type ChangeableValues = z.output<typeof ChangeableValues>

// the list is as long as the table and has its keys, which the cast cannot see
const FIELD_IDS = Object.keys(FIELDS) as [CheckInField, ...CheckInField[]]
export const FieldId = z.enum(FIELD_IDS)

/** Compiles only while the schema and the domain's type agree. */
export const agrees = (values: Omit<CheckInValues, 'idNumber'>): Omit<SubmittedValues, 'idNumber'> => ({
  ...values,
  letter: values.letter && { ...values.letter, photos: [...values.letter.photos] },
})
