import { type ReactNode, useState } from 'react'
import { Textarea, View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { inputAria } from './aria'
import { Field, type FieldProps, nameOf } from './field'
import './text-area.css'

export type TextAreaProps = Omit<FieldProps, 'aside'> & {
  value: string
  onChange: (value: string) => void
  onBlur?: () => void
  /** Shown as a counter beside the label. */
  maxLength: number
  placeholder?: string
  /** Below the box: quick reasons. */
  children?: ReactNode
}

/** Several lines, with a counter. */
export function TextArea({ value, onChange, onBlur, maxLength, placeholder, children, ...field }: TextAreaProps) {
  const [focused, setFocused] = useState(false)
  return (
    <Field {...field} aside={`${Array.from(value).length} / ${maxLength}`}>
      <View className={classes('box', 'area', focused && 'focus')}>
        <Textarea
          id={field.id}
          className='area-input'
          autoHeight
          maxlength={maxLength}
          placeholder={placeholder ?? ''}
          placeholderClass='box-empty'
          value={value}
          {...inputAria(nameOf(field), field.error)}
          onInput={(event) => onChange(event.detail.value)}
          onFocus={() => setFocused(true)}
          onBlur={() => (setFocused(false), onBlur?.())}
        />
      </View>
      {children}
    </Field>
  )
}
