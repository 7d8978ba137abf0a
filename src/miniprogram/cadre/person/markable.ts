import type { FiledValues } from '#contract/form-values'
import { type CheckInField } from '#domain/check-in-values'
import { FIELDS, FORM_PAGES, isCheckInField, labelOf } from '#domain/fields'
import { factsOf } from './facts'

export type Markable = { field: CheckInField; label: string; value: string }

const missingOf = (values: FiledValues): CheckInField[] => [
  ...(values.memberNumber ? [] : (['memberNumber'] as const)),
  ...(values.arrivalKind === 'otherProvince' && !values.letter ? (['letter'] as const) : []),
]

/** What a reviewer can point at, page by page of the form: what was filled in, and what should have been. */
export const markableOf = (values: FiledValues): { title: string; fields: Markable[] }[] => {
  const filled = factsOf(values).flatMap(({ field, label, value }) =>
    isCheckInField(field) ? [{ field, label, value }] : [],
  )
  const missing = missingOf(values).map((field) => ({ field, label: labelOf(field), value: '没填' }))
  return FORM_PAGES.map(({ page, title }) => ({
    title,
    fields: [...filled, ...missing].filter(({ field }) => FIELDS[field].page === page),
  })).filter(({ fields }) => fields.length > 0)
}
