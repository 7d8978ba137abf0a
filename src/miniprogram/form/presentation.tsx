import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import type { CheckInField } from '#domain/check-in-values'
import { idFor, isRequired, labelFor } from './fields'
import { useFormSheet } from './sheet'

/** What every control of a field shows around itself: id, label, `*`, error, 请核对, and the tip or a warning. */
export function usePresentation(field: CheckInField, tip?: ReactNode) {
  const { values, errorOf, warningOf, marked } = useFormSheet()
  const warning = warningOf(field)
  return {
    id: idFor(field),
    label: labelFor(field, values),
    required: isRequired(field, values),
    error: errorOf(field),
    marked: marked.includes(field),
    tip: warning ? <View className='c-warn'>{warning}</View> : tip,
  }
}
