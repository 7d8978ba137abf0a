import { useController } from 'react-hook-form'
import { SelectField } from '../ui/select-field'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

/** Whether somebody holds a post in the branch; the post itself is asked only then. */
export function CadreControl() {
  const { control } = useFormSheet()
  const { field: input } = useController({ name: 'isBranchCadre', control })
  return (
    <SelectField
      {...usePresentation('isBranchCadre')}
      options={{ no: '否', yes: '是' }}
      value={input.value === undefined ? undefined : input.value ? 'yes' : 'no'}
      onChange={(answer) => input.onChange(answer === 'yes')}
      onBlur={input.onBlur}
    />
  )
}
