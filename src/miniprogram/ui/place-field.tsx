import type { Place } from '#domain/check-in-values'
import { Atlas } from './atlas'
import { Field, type FieldProps, nameOf } from './field'

export type PlaceFieldProps = FieldProps & {
  value: Place | undefined
  onChange: (value: Place) => void
  onBlur?: () => void
  placeholder?: string
}

/** Province, city and county, such as 户籍所在地. */
export function PlaceField({ value, onChange, onBlur, placeholder = '选择省、市、区县', ...field }: PlaceFieldProps) {
  const said = { id: field.id, said: nameOf(field), invalid: Boolean(field.error) }
  return (
    <Field {...field}>
      <Atlas {...said} {...{ value, onChange, onBlur, placeholder }} />
    </Field>
  )
}
