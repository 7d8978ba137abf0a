import type { ReactElement } from 'react'
import type { CheckInField } from '#domain/check-in-values'
import { TEXT } from '#domain/limits'
import { EDUCATIONS, ETHNICITIES, ID_TYPES, OCCUPATIONS, optionsOf, POLITICAL_STATUSES, SEXES } from '#domain/options'
import { CadreControl } from './cadre-control'
import { DayControl, MonthControl } from './date-control'
import { isAsked } from './fields'
import { IncomeControl } from './income-control'
import { LetterControl } from './letter-control'
import { NumberControl } from './number-control'
import { PlaceControl } from './place-control'
import { PostControl } from './post-control'
import { SelectControl } from './select-control'
import { useFormSheet } from './sheet'
import { TextControl } from './text-control'

// Who is in the system already moves by a transfer and never sees the form.
const ARRIVALS = [
  { value: 'inProvince', label: '省内，第一次用' },
  { value: 'otherProvince', label: '从外省来，带了介绍信' },
]

/** How each field of the domain's table is asked. */
const CONTROLS: Record<CheckInField, () => ReactElement> = {
  arrivalKind: () => <SelectControl field='arrivalKind' options={ARRIVALS} />,
  name: () => <TextControl field='name' maxLength={TEXT.name.max * 2} placeholder='和证件上一样' aside='带 * 的必填' />,
  idType: () => <SelectControl field='idType' options={optionsOf(ID_TYPES)} />,
  idNumber: () => <NumberControl />,
  birthDate: () => <DayControl field='birthDate' />,
  sex: () => <SelectControl field='sex' options={optionsOf(SEXES)} />,
  ethnicity: () => <SelectControl field='ethnicity' options={optionsOf(ETHNICITIES)} />,
  ethnicityOther: () => <TextControl field='ethnicityOther' maxLength={TEXT.ethnicityOther.max} />,
  householdPlace: () => <PlaceControl field='householdPlace' tip='按户口本填，迁到学校的填学校所在地。' />,
  joinedMonth: () => <MonthControl field='joinedMonth' tip='团员证第一页有。' />,
  joinedUnit: () => <TextControl field='joinedUnit' maxLength={TEXT.unit.max} placeholder='入团那时的学校或单位' />,
  memberNumber: () => (
    <TextControl field='memberNumber' type='number' maxLength={12} tip='12 位数字，在团员证第一页。' />
  ),
  politicalStatus: () => <SelectControl field='politicalStatus' options={optionsOf(POLITICAL_STATUSES)} />,
  partyJoinedMonth: () => <MonthControl field='partyJoinedMonth' />,
  isBranchCadre: () => <CadreControl />,
  branchPost: () => <PostControl />,
  letter: () => <LetterControl />,
  education: () => <SelectControl field='education' options={optionsOf(EDUCATIONS)} />,
  highestEducation: () => <SelectControl field='highestEducation' options={optionsOf(EDUCATIONS)} />,
  occupation: () => <SelectControl field='occupation' options={optionsOf(OCCUPATIONS)} />,
  unit: () => <TextControl field='unit' maxLength={TEXT.unit.max} placeholder='现在的学校或单位' />,
  incomeBand: () => <IncomeControl />,
  residencePlace: () => <PlaceControl field='residencePlace' />,
  email: () => <TextControl field='email' maxLength={TEXT.contact.max} placeholder='name@example.com' />,
  qq: () => <TextControl field='qq' type='number' maxLength={12} />,
  wechatId: () => <TextControl field='wechatId' maxLength={20} />,
  weibo: () => <TextControl field='weibo' maxLength={TEXT.contact.max} />,
  volunteerSince: () => <MonthControl field='volunteerSince' />,
}

/** One field of the form; nothing while no other answer asks for it. */
export function FieldOf({ field }: { field: CheckInField }) {
  const { values } = useFormSheet()
  return isAsked(field, values) ? CONTROLS[field]() : null
}
