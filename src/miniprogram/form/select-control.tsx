import { useController } from 'react-hook-form'
import { SelectField } from '../ui/select-field'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

export type SelectName =
  | 'arrivalKind'
  | 'idType'
  | 'sex'
  | 'ethnicity'
  | 'politicalStatus'
  | 'education'
  | 'highestEducation'
  | 'occupation'
  | 'incomeBand'

type Props = {
  field: SelectName
  /** Value and words, in the order shown. */
  options: readonly { value: string; label: string }[]
  tip?: string
}

// An object puts keys such as '10' before '01'; with a letter in front they stay in their order.
const KEY = 'v'

export function SelectControl({ field, options, tip }: Props) {
  const { control } = useFormSheet()
  const { field: input } = useController({ name: field, control })
  return (
    <SelectField<string>
      {...usePresentation(field, tip)}
      options={Object.fromEntries(options.map(({ value, label }) => [KEY + value, label]))}
      value={input.value && KEY + input.value}
      onChange={(key) => input.onChange(key.slice(KEY.length))}
      onBlur={input.onBlur}
    />
  )
}
