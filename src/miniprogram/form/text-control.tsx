import { useController } from 'react-hook-form'
import { TextField, type TextFieldProps } from '../ui/text-field'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

export type TextName =
  | 'name'
  | 'idNumber'
  | 'ethnicityOther'
  | 'joinedUnit'
  | 'memberNumber'
  | 'unit'
  | 'email'
  | 'qq'
  | 'wechatId'
  | 'weibo'

type Props = { field: TextName } & Pick<TextFieldProps, 'tip' | 'aside' | 'placeholder' | 'type' | 'maxLength' | 'mask'>

export function TextControl({ field, tip, ...more }: Props) {
  const { control } = useFormSheet()
  const { field: input } = useController({ name: field, control })
  return (
    <TextField
      {...usePresentation(field, tip)}
      {...more}
      value={input.value ?? ''}
      onChange={input.onChange}
      onBlur={input.onBlur}
    />
  )
}
