import type { CheckInField } from '#domain/check-in-values'
import type { FormValues } from '#domain/check-in-form'
import { maskMemberNumber } from '#domain/masks'
import {
  ARRIVAL_KIND_LABELS,
  CADRE_NATURE_LABELS,
  CADRE_POST_LABELS,
  EDUCATION_LABELS,
  ETHNICITY_LABELS,
  ID_TYPE_LABELS,
  INCOME_BAND_LABELS,
  OCCUPATION_LABELS,
  POLITICAL_STATUS_LABELS,
  SEX_LABELS,
} from '#domain/options'
import { dayText, monthText } from '../lib/time-text'

type Shown = FormValues & { idMask?: string }

const postText = ({ branchPost }: Shown) => {
  if (!branchPost) return ''
  const { post, otherTitle, since, nature } = branchPost
  const title = post === 'other' && otherTitle ? otherTitle : CADRE_POST_LABELS[post]
  return [title, since && `${monthText(since)}起`, CADRE_NATURE_LABELS[nature]].filter(Boolean).join('，')
}

const letterText = ({ letter }: Shown) =>
  letter
    ? [letter.number, letter.issuer, dayText(letter.issuedOn), `${letter.photos.length} 张照片`]
        .filter(Boolean)
        .join('，')
    : ''

/** How each value reads on a page. Numbers of persons are masked. */
const TEXTS: Record<CheckInField, (values: Shown) => string | undefined> = {
  arrivalKind: ({ arrivalKind }) => arrivalKind && ARRIVAL_KIND_LABELS[arrivalKind],
  name: ({ name }) => name,
  idType: ({ idType }) => idType && ID_TYPE_LABELS[idType],
  idNumber: ({ idMask }) => idMask,
  birthDate: ({ birthDate }) => birthDate && dayText(birthDate),
  sex: ({ sex }) => sex && SEX_LABELS[sex],
  ethnicity: ({ ethnicity }) => ethnicity && ETHNICITY_LABELS[ethnicity],
  ethnicityOther: ({ ethnicityOther }) => ethnicityOther,
  householdPlace: ({ householdPlace }) => householdPlace?.name,
  joinedMonth: ({ joinedMonth }) => joinedMonth && monthText(joinedMonth),
  joinedUnit: ({ joinedUnit }) => joinedUnit,
  memberNumber: ({ memberNumber }) => memberNumber && maskMemberNumber(memberNumber),
  politicalStatus: ({ politicalStatus }) => politicalStatus && POLITICAL_STATUS_LABELS[politicalStatus],
  partyJoinedMonth: ({ partyJoinedMonth }) => partyJoinedMonth && monthText(partyJoinedMonth),
  isBranchCadre: ({ isBranchCadre }) => (isBranchCadre === undefined ? undefined : isBranchCadre ? '是' : '否'),
  branchPost: postText,
  letter: letterText,
  education: ({ education }) => education && EDUCATION_LABELS[education],
  highestEducation: ({ highestEducation }) => highestEducation && EDUCATION_LABELS[highestEducation],
  occupation: ({ occupation }) => occupation && OCCUPATION_LABELS[occupation],
  unit: ({ unit }) => unit,
  incomeBand: ({ incomeBand }) => incomeBand && INCOME_BAND_LABELS[incomeBand],
  residencePlace: ({ residencePlace }) => residencePlace?.name,
  email: ({ email }) => email,
  qq: ({ qq }) => qq,
  wechatId: ({ wechatId }) => wechatId,
  weibo: ({ weibo }) => weibo,
  volunteerSince: ({ volunteerSince }) => volunteerSince && monthText(volunteerSince),
}

/** A value in words; empty where there is none. */
export const valueText = (field: CheckInField, values: Shown): string => TEXTS[field](values) ?? ''
