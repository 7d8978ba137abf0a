import type { ChangeView } from '#contract/checkin'
import {
  CADRE_POST_LABELS,
  EDUCATION_LABELS,
  ETHNICITY_LABELS,
  INCOME_BAND_LABELS,
  OCCUPATION_LABELS,
  POLITICAL_STATUS_LABELS,
} from '#domain/options'
import type { BranchPost, CheckInField, Place } from '#domain/check-in-values'
import { maskMemberNumber } from '#domain/masks'
import type { Person } from '#domain/person'
import { changesOf } from '#domain/profile-change'
import { authorView, iso, maybeIso } from './views'

const LABELS: Partial<Record<CheckInField, Readonly<Record<string, string>>>> = {
  politicalStatus: POLITICAL_STATUS_LABELS,
  ethnicity: ETHNICITY_LABELS,
  education: EDUCATION_LABELS,
  highestEducation: EDUCATION_LABELS,
  occupation: OCCUPATION_LABELS,
  incomeBand: INCOME_BAND_LABELS,
}

/** A value of the profile as it is read: the option's label, the place's name, masked where it is a number. */
export function shownValue(field: CheckInField, value: unknown): string {
  if (value === undefined || value === '') return '未填'
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (field === 'branchPost') return CADRE_POST_LABELS[(value as BranchPost).post] // stored by field
  if (field === 'householdPlace' || field === 'residencePlace') return (value as Place).name // stored by field
  if (field === 'memberNumber') return maskMemberNumber(String(value))
  return LABELS[field]?.[String(value)] ?? String(value)
}

export function changeView(person: Person & { change?: Person['change'] }): ChangeView {
  const { change } = person
  if (!change) throw new Error('there is no change to show')
  return {
    status: change.status,
    version: change.version,
    submittedAt: iso(change.submittedAt),
    ...maybeIso('decidedAt', change.decidedAt),
    ...(change.decidedBy ? { decidedBy: authorView(change.decidedBy) } : {}),
    ...(change.returnReason ? { returnReason: change.returnReason } : {}),
    rows: changesOf(person).map(({ field, before, after }) => ({
      field,
      before: shownValue(field, before),
      after: shownValue(field, after),
    })),
  }
}
