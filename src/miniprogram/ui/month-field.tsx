import { Calendar } from './calendar'
import { Field, type FieldProps, nameOf } from './field'

export type MonthFieldProps = FieldProps & {
  /** `YYYY-MM`. */
  value: string | undefined
  onChange: (value: string) => void
  onBlur?: () => void
  start?: string
  end?: string
  placeholder?: string
}

/** A month of a year, such as 入团年月. */
export function MonthField({
  value,
  onChange,
  onBlur,
  start,
  end,
  placeholder = '选择年月',
  ...field
}: MonthFieldProps) {
  const said = { id: field.id, said: nameOf(field), invalid: Boolean(field.error) }
  return (
    <Field {...field}>
      <Calendar {...said} {...{ value, onChange, onBlur, start, end, placeholder }} fields='month' />
    </Field>
  )
}
