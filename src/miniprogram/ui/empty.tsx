import { View } from '@tarojs/components'
import { aria } from './aria'
import { Button } from './button'
import './state.css'

export type EmptyProps = {
  id?: string
  /** The fact: 都审完了. */
  title: string
  note?: string
  /** What can be done next. */
  action?: { text: string; onTap: () => void; id?: string }
}

/** Nothing here, why, and what next. */
export function Empty({ id, title, note, action }: EmptyProps) {
  return (
    <View className='state' {...aria({ id })}>
      <View className='state-line'>
        <View className='state-dot full' />
        <View className='state-dash' />
        <View className='state-dot full' />
        <View className='state-dash' />
        <View className='state-dot full' />
        <View className='state-dash' />
        <View className='state-dot ok' />
      </View>
      <View className='t-strong'>{title}</View>
      {note ? <View className='t-note c2'>{note}</View> : null}
      {action ? (
        <Button {...(action.id ? { id: action.id } : {})} className='state-button' small fit onTap={action.onTap}>
          {action.text}
        </Button>
      ) : null}
    </View>
  )
}
