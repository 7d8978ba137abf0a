import { joiningAge, judgeJoiningAge, NUMBERED_SINCE } from '../age'
import { addMonthsToDay, daysBetween, isDay, isMonth } from '../calendar'
import { AGE, LETTER, PHOTOS, TEXT } from '../limits'
import { CADRE_NATURES, CADRE_POSTS, POLITICAL_STATUSES } from '../options'
import { lengthOf } from '../text'
import { error, isOneOf, warning, type FormFacts, type FormIssue, type FormValues } from './issue'

const checkJoined = ({ joinedMonth = '', birthDate = '' }: FormValues, { today }: FormFacts): FormIssue[] => {
  if (joinedMonth === '') return [error('joinedMonth', 'JOINED_MISSING')]
  if (!isMonth(joinedMonth)) return [error('joinedMonth', 'JOINED_FORMAT')]
  if (joinedMonth > today.slice(0, 7)) return [error('joinedMonth', 'JOINED_FUTURE')]
  if (!isDay(birthDate)) return []
  const verdict = judgeJoiningAge(birthDate, joinedMonth)
  if (verdict === 'tooYoung') return [error('joinedMonth', 'JOINED_TOO_YOUNG')]
  if (verdict === 'tooOld') return [error('joinedMonth', 'JOINED_TOO_OLD')]
  return verdict === 'unusual' ? [warning('joinedMonth', 'JOINED_UNUSUAL')] : []
}

const checkJoinedUnit = ({ joinedUnit = '' }: FormValues): FormIssue[] => {
  if (joinedUnit === '') return [error('joinedUnit', 'JOINED_UNIT_MISSING')]
  return lengthOf(joinedUnit) > TEXT.unit.max ? [error('joinedUnit', 'JOINED_UNIT_LONG')] : []
}

const checkMemberNumber = ({ memberNumber = '', joinedMonth = '' }: FormValues): FormIssue[] => {
  const joined = isMonth(joinedMonth) ? joinedMonth : undefined
  if (memberNumber === '') {
    return joined && joined >= NUMBERED_SINCE ? [error('memberNumber', 'MEMBER_NUMBER_MISSING')] : []
  }
  if (!/^\d{12}$/.test(memberNumber)) return [error('memberNumber', 'MEMBER_NUMBER_FORMAT')]
  return joined && !memberNumber.startsWith(joined.slice(0, 4)) ? [error('memberNumber', 'MEMBER_NUMBER_YEAR')] : []
}

const checkParty = (values: FormValues, { today }: FormFacts): FormIssue[] => {
  const { politicalStatus, partyJoinedMonth = '', joinedMonth = '', birthDate = '' } = values
  if (!isOneOf(POLITICAL_STATUSES, politicalStatus)) return [error('politicalStatus', 'POLITICAL_STATUS_MISSING')]
  if (politicalStatus === 'leagueMember') return []
  if (partyJoinedMonth === '') return [error('partyJoinedMonth', 'PARTY_MONTH_MISSING')]
  if (!isMonth(partyJoinedMonth)) return [error('partyJoinedMonth', 'PARTY_MONTH_FORMAT')]
  if (partyJoinedMonth > today.slice(0, 7)) return [error('partyJoinedMonth', 'PARTY_MONTH_FUTURE')]
  if (isMonth(joinedMonth) && partyJoinedMonth < joinedMonth) {
    return [error('partyJoinedMonth', 'PARTY_MONTH_BEFORE_JOINED')]
  }
  const minor = isDay(birthDate) && joiningAge(birthDate, partyJoinedMonth) < AGE.partyFrom * 12
  return minor ? [error('partyJoinedMonth', 'PARTY_MONTH_UNDER_18')] : []
}

const checkPost = ({ isBranchCadre, branchPost }: FormValues, { today }: FormFacts): FormIssue[] => {
  if (isBranchCadre === undefined) return [error('isBranchCadre', 'CADRE_ANSWER_MISSING')]
  if (!isBranchCadre) return []
  if (!branchPost || !isOneOf(CADRE_POSTS, branchPost.post)) return [error('branchPost', 'POST_MISSING')]
  const { post, otherTitle = '', since, nature } = branchPost
  if (post === 'other' && otherTitle === '') return [error('branchPost', 'POST_TITLE_MISSING')]
  if (lengthOf(otherTitle) > TEXT.otherTitle.max) return [error('branchPost', 'POST_TITLE_LONG')]
  if (!isMonth(since)) return [error('branchPost', 'POST_SINCE_FORMAT')]
  if (since > today.slice(0, 7)) return [error('branchPost', 'POST_SINCE_FUTURE')]
  return isOneOf(CADRE_NATURES, nature) ? [] : [error('branchPost', 'POST_NATURE_MISSING')]
}

const checkLetterDate = (issuedOn: string, { today }: FormFacts): FormIssue[] => {
  if (!isDay(issuedOn)) return [error('letter', 'LETTER_DATE_FORMAT')]
  if (issuedOn > today) return [error('letter', 'LETTER_DATE_FUTURE')]
  if (today > addMonthsToDay(issuedOn, LETTER.validMonths)) return [error('letter', 'LETTER_EXPIRED')]
  return daysBetween(issuedOn, today) > LETTER.oldAfterDays ? [warning('letter', 'LETTER_OLD')] : []
}

/** The paper letter that whoever comes from another province brings along (the guide, part 2). */
export const checkLetter = ({ arrivalKind, letter }: FormValues, facts: FormFacts): FormIssue[] => {
  if (arrivalKind !== 'otherProvince') return []
  if (!letter) return [error('letter', 'LETTER_MISSING')]
  const { number, issuer, issuedOn, photos } = letter
  const issues = checkLetterDate(issuedOn, facts)
  if (number === '') issues.push(error('letter', 'LETTER_NUMBER_MISSING'))
  if (lengthOf(number) > TEXT.letterNumber.max) issues.push(error('letter', 'LETTER_NUMBER_LONG'))
  if (issuer === '') issues.push(error('letter', 'LETTER_ISSUER_MISSING'))
  if (lengthOf(issuer) > TEXT.letterIssuer.max) issues.push(error('letter', 'LETTER_ISSUER_LONG'))
  if (photos.length < PHOTOS.letterCount.min) issues.push(error('letter', 'LETTER_PHOTOS_MISSING'))
  if (photos.length > PHOTOS.letterCount.max) issues.push(error('letter', 'LETTER_PHOTOS_MANY'))
  return issues
}

/** Membership of League and Party, and the post in the branch. */
export const checkLeague = (values: FormValues, facts: FormFacts): FormIssue[] => [
  ...checkJoined(values, facts),
  ...checkJoinedUnit(values),
  ...checkMemberNumber(values),
  ...checkParty(values, facts),
  ...checkPost(values, facts),
]
