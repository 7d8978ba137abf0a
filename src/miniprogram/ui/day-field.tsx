import { Calendar } from './calendar'
import { Field, type FieldProps, nameOf } from './field'

export type DayFieldProps = FieldProps & {
  /** `YYYY-MM-DD`. */
  value: string | undefined
  onChange: (value: string) => void
  onBlur?: () => void
  start?: string
  end?: string
  placeholder?: string
}

/** A day, such as 出生日期. */
export function DayField({ value, onChange, onBlur, start, end, placeholder = '选择日期', ...field }: DayFieldProps) {
  const said = { id: field.id, said: nameOf(field), invalid: Boolean(field.error) }
  return (
    <Field {...field}>
      <Calendar {...said} {...{ value, onChange, onBlur, start, end, placeholder }} fields='day' />
    </Field>
  )
}
