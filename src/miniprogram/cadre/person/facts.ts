import type { FiledValues } from '#contract/form-values'
import type { CheckInField } from '#domain/check-in-values'
import { CHECK_IN_FIELDS, labelOf } from '#domain/fields'
import { maskMemberNumber } from '#domain/masks'
import { CADRE_NATURE_LABELS, CADRE_POST_LABELS, LABELS } from '#domain/options'
import { dayText, monthText } from '../../lib/time-text'

export type Fact = { field: CheckInField | 'mobile'; label: string; value: string }

type Values = FiledValues

const postText = ({ branchPost }: Values) => {
  if (!branchPost) return ''
  const { post, otherTitle, since, nature, partyBody } = branchPost
  const title = (post === 'other' && otherTitle) || CADRE_POST_LABELS[post]
  const notes = [`${monthText(since)}起`, CADRE_NATURE_LABELS[nature], partyBody && '党组织成员']
  return [title, ...notes].filter(Boolean).join('，')
}
const letterText = ({ letter }: Values) =>
  letter ? `${letter.issuer}，${letter.number}，${dayText(letter.issuedOn)}` : ''

/** How each field reads. A field without an entry here does not compile. */
const TEXTS: Record<CheckInField, (values: Values) => string | undefined> = {
  arrivalKind: ({ arrivalKind }) => LABELS.arrivalKind[arrivalKind],
  name: ({ name }) => name,
  idType: ({ idType }) => LABELS.idType[idType],
  idNumber: ({ idMask }) => idMask,
  birthDate: ({ birthDate }) => birthDate && dayText(birthDate),
  sex: ({ sex }) => sex && LABELS.sex[sex],
  ethnicity: ({ ethnicity }) => LABELS.ethnicity[ethnicity],
  ethnicityOther: ({ ethnicityOther }) => ethnicityOther,
  householdPlace: ({ householdPlace }) => householdPlace.name,
  joinedMonth: ({ joinedMonth }) => monthText(joinedMonth),
  joinedUnit: ({ joinedUnit }) => joinedUnit,
  memberNumber: ({ memberNumber }) => memberNumber && maskMemberNumber(memberNumber),
  politicalStatus: ({ politicalStatus }) => LABELS.politicalStatus[politicalStatus],
  partyJoinedMonth: ({ partyJoinedMonth }) => partyJoinedMonth && monthText(partyJoinedMonth),
  isBranchCadre: ({ isBranchCadre }) => (isBranchCadre ? '是' : '不是'),
  branchPost: postText,
  letter: letterText,
  education: ({ education }) => LABELS.education[education],
  highestEducation: ({ highestEducation }) => LABELS.education[highestEducation],
  occupation: ({ occupation }) => occupation && LABELS.occupation[occupation],
  unit: ({ unit }) => unit,
  incomeBand: ({ incomeBand }) => LABELS.incomeBand[incomeBand],
  residencePlace: ({ residencePlace }) => residencePlace?.name,
  email: ({ email }) => email,
  qq: ({ qq }) => qq,
  wechatId: ({ wechatId }) => wechatId,
  weibo: ({ weibo }) => weibo,
  volunteerSince: ({ volunteerSince }) => volunteerSince && monthText(volunteerSince),
}

/** Everything that was filled in, in the order of the form, the phone last. */
export const factsOf = (values: Values): Fact[] => {
  const facts = CHECK_IN_FIELDS.flatMap((field) => {
    const value = TEXTS[field](values)
    return value ? [{ field, label: labelOf(field), value }] : []
  })
  return [...facts, { field: 'mobile', label: labelOf('mobile'), value: values.mobileMask }]
}

/** What a reviewer compares first. */
const FIRST: readonly Fact['field'][] = ['idNumber', 'joinedMonth', 'memberNumber', 'joinedUnit']

/** The facts that are on the page at once, and those behind 全部 18 项资料. */
export const splitFacts = (facts: readonly Fact[]) => ({
  first: FIRST.flatMap((field) => facts.filter((fact) => fact.field === field)),
  rest: facts.filter(({ field }) => !FIRST.includes(field)),
})
