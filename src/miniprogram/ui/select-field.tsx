import { Chooser } from './chooser'
import { Field, type FieldProps, nameOf } from './field'

export type SelectFieldProps<T extends string> = FieldProps & {
  /** Value to words, in the order shown. */
  options: Readonly<Partial<Record<T, string>>>
  value: T | undefined
  onChange: (value: T) => void
  onBlur?: () => void
  placeholder?: string
}

export function SelectField<T extends string>(props: SelectFieldProps<T>) {
  const { options, value, onChange, onBlur, placeholder = '请选择', ...field } = props
  return (
    <Field {...field}>
      <Chooser
        id={field.id}
        said={nameOf(field)}
        invalid={Boolean(field.error)}
        options={options as Record<string, string>} // its keys are T, and absent ones are absent
        value={value}
        placeholder={placeholder}
        onChange={(key) => onChange(key as T)} // only a key of the options comes back
        onBlur={onBlur}
      />
    </Field>
  )
}
