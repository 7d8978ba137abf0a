import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { FieldError } from './field-error'
import { Tag } from './tag'

export type FieldProps = {
  /** The id of the control; the field around it is `<id>-field`, where an error list may scroll to. */
  id: string
  label: string
  required?: boolean
  /** What is wrong and what to do; read out as soon as it appears. */
  error?: string | undefined
  /** The reviewer asked to look at this one again. */
  marked?: boolean
  tip?: ReactNode
  /** At the right of the label: 带 * 的必填, a counter. */
  aside?: ReactNode
}

/** Label above, control, then the error or the tip. */
export function Field({
  id,
  label,
  required,
  error,
  marked,
  tip,
  aside,
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <View className={classes('field', Boolean(error) && 'bad', marked && 'mark')} {...aria({ id: `${id}-field` })}>
      <View className='field-label'>
        <View>{label}</View>
        {required ? <View className='field-required'>*</View> : null}
        {marked ? <Tag kind='fail'>请核对</Tag> : null}
        <View className='grow' />
        {aside ? <View className='field-aside'>{aside}</View> : null}
      </View>
      {children}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {tip ? <View className='field-tip'>{tip}</View> : null}
    </View>
  )
}

/** What a screen reader calls the control. */
export const nameOf = ({ label, required, marked, error }: Omit<FieldProps, 'id'>) =>
  [label, required && '必填', marked && '请核对', error].filter(Boolean).join('，')
