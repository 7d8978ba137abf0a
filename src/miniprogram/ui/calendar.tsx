import { Picker, View } from '@tarojs/components'
import { dayText, monthText } from '../lib/time-text'
import { aria } from './aria'
import { Icon } from './icon'

export type CalendarProps = {
  id: string
  /** What a screen reader calls it. */
  said: string
  invalid: boolean
  fields: 'month' | 'day'
  /** `YYYY-MM` or `YYYY-MM-DD`, as are `start` and `end`. */
  value: string | undefined
  start: string | undefined
  end: string | undefined
  placeholder: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
}

/** A month or a day, from the phone's own wheel; calendar.h5.tsx is the browser's. */
export function Calendar({ id, said, fields, value, start, end, placeholder, onChange, onBlur }: CalendarProps) {
  const shown = value && (fields === 'month' ? monthText(value) : dayText(value))
  return (
    <Picker
      mode='date'
      fields={fields}
      value={value ?? ''}
      {...(start ? { start } : {})}
      {...(end ? { end } : {})}
      onChange={(event) => (onChange(event.detail.value), onBlur?.())}
      {...aria({ id, role: 'button', label: `${said}，${shown || placeholder}` })}
    >
      <View className='box'>
        <View className={shown ? 'grow' : 'grow box-empty'}>{shown || placeholder}</View>
        <Icon name='down' className='box-icon' />
      </View>
    </Picker>
  )
}
