import { useMemo } from 'react'
import type { Place } from '#domain/check-in-values'
import { Picker, View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'

export type AtlasProps = {
  id: string
  /** What a screen reader calls it. */
  said: string
  invalid: boolean
  value: Place | undefined
  placeholder: string
  onChange: (value: Place) => void
  onBlur?: (() => void) | undefined
}

/** A place from WeChat's own list of regions; atlas.h5.tsx is the browser's. */
export function Atlas({ id, said, value, placeholder, onChange, onBlur }: AtlasProps) {
  const name = value?.name
  const names = useMemo(() => name?.split(' ') ?? [], [name])
  const choose = (chosen: string[], codes: string[]) => {
    // Whoever stops at a province gets 全部 below it, without a code of its own.
    const given = codes.filter(Boolean)
    const code = given[given.length - 1]
    if (code) onChange({ code, name: chosen.slice(0, given.length).join(' ') })
    onBlur?.()
  }
  return (
    <Picker
      mode='region'
      value={names}
      onChange={({ detail }) => choose(detail.value, detail.code)}
      {...aria({ id, role: 'button', label: `${said}，${name ?? placeholder}` })}
    >
      <View className='box'>
        <View className={value ? 'grow' : 'grow box-empty'}>{name ?? placeholder}</View>
        <Icon name='down' className='box-icon' />
      </View>
    </Picker>
  )
}
