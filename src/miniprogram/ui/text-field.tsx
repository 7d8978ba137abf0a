import { type ReactNode, useState } from 'react'
import { Input, type InputProps, View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria, inputAria } from './aria'
import { Field, type FieldProps, nameOf } from './field'
import { Icon } from './icon'
import { Tap } from './tap'

export type TextFieldProps = FieldProps & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  placeholder?: string
  type?: Extract<InputProps['type'], 'text' | 'number' | 'idcard' | 'digit' | 'nickname' | 'safe-password'>
  password?: boolean
  maxLength?: number
  readOnly?: boolean
  /** How the value looks while nobody types in it, such as 4401**********0012; the eye shows it whole. */
  mask?: (value: string) => string
  /** At the right inside the box: a tag, a small button. */
  suffix?: ReactNode
  confirmType?: InputProps['confirmType']
  onConfirm?: () => void
}

export function TextField({ value, onChange, onBlur, mask, suffix, readOnly, ...props }: TextFieldProps) {
  const {
    placeholder,
    type = 'text',
    password = false,
    maxLength = 140,
    confirmType = 'next',
    onConfirm,
    ...field
  } = props
  const [focused, setFocused] = useState(false)
  const [shown, setShown] = useState(false)
  const said = nameOf(field)
  const veiled = Boolean(mask && value && !focused && !shown)

  if (readOnly) {
    return (
      <Field {...field}>
        <View className='box read' {...aria({ id: field.id })}>
          <View className='grow'>{value}</View>
          {suffix}
        </View>
      </Field>
    )
  }
  return (
    <Field {...field}>
      <View className={classes('box', focused && 'focus')}>
        <Input
          id={field.id}
          className='box-input'
          type={type}
          password={password}
          maxlength={maxLength}
          confirmType={confirmType}
          placeholder={placeholder ?? ''}
          placeholderClass='box-empty'
          value={veiled && mask ? mask(value) : value}
          {...inputAria(said, field.error)}
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => (setFocused(false), onBlur?.())}
          {...(onConfirm ? { onConfirm } : {})}
        />
        {mask && value ? (
          <Tap className='box-eye' label={shown ? '遮住' : '显示完整内容'} onTap={() => setShown(!shown)}>
            <Icon name='eye' />
          </Tap>
        ) : null}
        {suffix}
      </View>
    </Field>
  )
}
