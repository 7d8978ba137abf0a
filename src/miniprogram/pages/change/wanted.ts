import type { FiledValues } from '#contract/form-values'
import { ChangeableValues } from '#contract/form-values'
import type { CheckInField } from '#domain/check-in-values'
import type { FormValues } from '#domain/check-in-form'
import { CHECK_IN_FIELDS, type EditClass, FIELDS } from '#domain/fields'
import { sameValue } from '#domain/same-value'

/** Fields that a member may change, by what a change takes. The letter and who somebody is stay as they are. */
export const fieldsOf = (edit: EditClass): CheckInField[] => CHECK_IN_FIELDS.filter((field) => FIELDS[field].edit === edit)

/** The changed fields. An emptied text clears its value. */
export const changedFields = (filed: FiledValues, values: FormValues, allowed: readonly CheckInField[]): CheckInField[] => {
  const before: FormValues = filed
  return allowed.filter((field) => !sameValue(before[field] ?? '', values[field] ?? ''))
}

/** What the contract takes: the changed fields alone. */
export const wantedOf = (values: FormValues, changed: readonly CheckInField[]): ChangeableValues =>
  ChangeableValues.parse(Object.fromEntries(changed.map((field) => [field, values[field]])))
