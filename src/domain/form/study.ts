import { TEXT } from '../limits'
import { EDUCATIONS, INCOME_BANDS, OCCUPATIONS, type Education } from '../options'
import { lengthOf } from '../text'
import { error, isOneOf, warning, type FormIssue, type FormValues } from './issue'

/** Senior high and secondary vocational are the same level in two kinds of school. */
const SAME_LEVEL: Partial<Record<Education, Education>> = {
  secondaryVocational: 'seniorHigh',
  secondaryVocationalInProgress: 'seniorHighInProgress',
}
const rankOf = (education: Education) => EDUCATIONS.indexOf(SAME_LEVEL[education] ?? education)

const checkEducation = ({ education, highestEducation }: FormValues): FormIssue[] => {
  const full = isOneOf(EDUCATIONS, education) ? education : undefined
  const highest = isOneOf(EDUCATIONS, highestEducation) ? highestEducation : undefined
  if (!full || !highest) {
    return [
      ...(full ? [] : [error('education', 'EDUCATION_MISSING')]),
      ...(highest ? [] : [error('highestEducation', 'HIGHEST_EDUCATION_MISSING')]),
    ]
  }
  return rankOf(highest) > rankOf(full) ? [warning('highestEducation', 'EDUCATION_ORDER')] : []
}

const checkWork = ({ occupation, unit = '', incomeBand }: FormValues): FormIssue[] => {
  const issues: FormIssue[] = []
  if (occupation !== undefined && !isOneOf(OCCUPATIONS, occupation))
    issues.push(error('occupation', 'OCCUPATION_UNKNOWN'))
  if (occupation === 'student' && unit === '') issues.push(error('unit', 'UNIT_MISSING'))
  if (lengthOf(unit) > TEXT.unit.max) issues.push(error('unit', 'UNIT_LONG'))
  if (!isOneOf(INCOME_BANDS, incomeBand)) issues.push(error('incomeBand', 'INCOME_MISSING'))
  return issues
}

/** Education, occupation and income. */
export const checkStudy = (values: FormValues): FormIssue[] => [...checkEducation(values), ...checkWork(values)]
