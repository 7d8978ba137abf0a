import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { Foot } from './foot'
import './batch-bar.css'

export type BatchBarProps = {
  id?: string
  selected: number
  /** What would fail: 都能通过 · 1 人还在校验. */
  note?: string
  /** Buttons with the number in their words. */
  children: ReactNode
}

/** How many are chosen and what can be done with them; hand it to Page as `foot`. */
export function BatchBar({ id, selected, note, children }: BatchBarProps) {
  return (
    <Foot className='batch'>
      <View className='grow' {...aria({ id, role: 'status', live: 'polite' })}>
        <View className='t-strong'>已选 {selected} 人</View>
        {note ? <View className='t-cap c3'>{note}</View> : null}
      </View>
      {children}
    </Foot>
  )
}
