import type {
  ArrivalKind,
  CadrePost,
  CadreNature,
  Education,
  Ethnicity,
  IdType,
  IncomeBand,
  Occupation,
  PoliticalStatus,
} from './options'

/** A place by its GB/T 2260 code (six digits) and the names that go with it, from the province down. */
export type Place = { code: string; name: string }

/** The paper introduction letter of someone who arrives from another province. */
export type IntroductionLetter = { number: string; issuer: string; issuedOn: string; photos: readonly string[] }

/** What a cadre of the branch says about their post. Months are `YYYY-MM`. */
export type BranchPost = {
  post: CadrePost
  otherTitle?: string
  since: string
  nature: CadreNature
  partyBody: boolean
}

/** The check-in form as typed. Dates are `YYYY-MM-DD`, months `YYYY-MM`; the ID number is the only field never kept in a draft. */
export type CheckInValues = {
  arrivalKind: ArrivalKind
  name: string
  idType: IdType
  idNumber: string
  /** Typed only with an ID from outside the mainland; otherwise read from the number. */
  birthDate?: string
  sex?: 'male' | 'female'
  joinedMonth: string
  joinedUnit: string
  memberNumber?: string
  politicalStatus: PoliticalStatus
  partyJoinedMonth?: string
  isBranchCadre: boolean
  branchPost?: BranchPost
  ethnicity: Ethnicity
  ethnicityOther?: string
  education: Education
  highestEducation: Education
  householdPlace: Place
  residencePlace?: Place
  occupation?: Occupation
  unit?: string
  incomeBand: IncomeBand
  volunteerSince?: string
  email?: string
  qq?: string
  wechatId?: string
  weibo?: string
  letter?: IntroductionLetter
}

export type CheckInField = keyof CheckInValues

/** Values that have been checked: normalised, with birth date and sex read from the number. */
export type ReadyValues = CheckInValues & { birthDate: string; sex: 'male' | 'female' }
