import { ChangeableValues, type FiledValues } from '#contract/form-values'
import type { CheckInField } from '#domain/check-in-values'
import { checkChange, type FormIssue, type FormValues } from '#domain/check-in-form'
import { CHECK_IN_FIELDS, type EditClass, FIELDS } from '#domain/fields'
import { sameValue } from '#domain/same-value'

/** Fields that a member may change, by what a change takes. The letter and who somebody is stay as they are. */
export const fieldsOf = (edit: EditClass): CheckInField[] =>
  CHECK_IN_FIELDS.filter((field) => FIELDS[field].edit === edit)

/** The changed fields. An emptied text clears its value. */
export const changedFields = (
  filed: FiledValues,
  values: FormValues,
  allowed: readonly CheckInField[],
): CheckInField[] => {
  const before: FormValues = filed
  return allowed.filter((field) => !sameValue(before[field] ?? '', values[field] ?? ''))
}

/** What the contract takes: the changed fields alone. */
export const wantedOf = (values: FormValues, changed: readonly CheckInField[]): ChangeableValues =>
  ChangeableValues.parse(Object.fromEntries(changed.map((field) => [field, values[field]])))

/** Judges what is on the page by the rules for changes: what was on file already is nobody's fault. */
export const judgeChange =
  (filed: FiledValues, today: string) =>
  (values: FormValues): readonly FormIssue[] => {
    const {
      name,
      idType,
      idMask,
      birthDate,
      sex,
      arrivalKind: _arrival,
      letter: _letter,
      mobileMask: _mobile,
      ...profile
    } = filed
    if (!birthDate || !sex) return []
    const changed = changedFields(filed, values, [...fieldsOf('review'), ...fieldsOf('free')])
    const wanted = wantedOf(values, changed)
    return checkChange({ identity: { name, idType, idMask, birthDate, sex }, profile }, wanted, { today }).issues
  }
