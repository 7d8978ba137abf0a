import { useMemo } from 'react'
import { Picker, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'

export type ChooserProps = {
  id: string
  /** What a screen reader calls it. */
  said: string
  invalid: boolean
  options: Readonly<Record<string, string>>
  value: string | undefined
  placeholder: string
  onChange: (value: string) => void
  onBlur?: (() => void) | undefined
}

/** One of several, from the phone's own wheel; chooser.h5.tsx is the browser's. */
export function Chooser({ id, said, options, value, placeholder, onChange, onBlur }: ChooserProps) {
  const keys = Object.keys(options)
  // The same list is not sent to the page again.
  const range = useMemo(() => Object.values(options), [options])
  const shown = value === undefined ? undefined : options[value]
  const choose = (index: number) => {
    const key = keys[index]
    if (key !== undefined) onChange(key)
    onBlur?.()
  }
  return (
    <Picker
      mode='selector'
      range={range}
      value={Math.max(0, keys.indexOf(value ?? ''))}
      onChange={(event) => choose(Number(event.detail.value))}
      {...aria({ id, role: 'button', label: `${said}，${shown ?? placeholder}` })}
    >
      <View className='box'>
        <View className={shown ? 'grow' : 'grow box-empty'}>{shown ?? placeholder}</View>
        <Icon name='down' className='box-icon' />
      </View>
    </Picker>
  )
}
