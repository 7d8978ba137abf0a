import { View } from '@tarojs/components'
import type { CalendarProps } from './calendar'

/** A month or a day, from the browser's own calendar. */
export function Calendar({ id, said, invalid, fields, value, start, end, onChange, onBlur }: CalendarProps) {
  return (
    <View className='box'>
      <input
        id={id}
        type={fields === 'month' ? 'month' : 'date'}
        className='box-native grow'
        aria-label={said}
        aria-invalid={invalid}
        value={value ?? ''}
        min={start}
        max={end}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      />
    </View>
  )
}
