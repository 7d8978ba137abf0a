import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from './aria'
import { Button } from './button'
import { Icon } from './icon'
import { Link } from './link'
import './state.css'

export type ErrorStateProps = {
  id?: string
  /** What happened: 没能打开. */
  title: string
  /** What is safe and what to do. */
  note?: string
  /** For support: BUSY-7K2M. */
  code?: string
  onRetry?: () => void
}

/** What went wrong, what is safe, and another try. */
export function ErrorState({ id, title, note, code, onRetry }: ErrorStateProps) {
  return (
    <View className='state' {...aria({ id, role: 'alert', live: 'assertive' })}>
      <View className='state-line'>
        <View className='state-dot full' />
        <View className='state-dash long' />
        <Icon name='x' className='state-cut' />
        <View className='state-dash long' />
        <View className='state-dot' />
      </View>
      <View className='t-strong'>{title}</View>
      {note ? <View className='t-note c2'>{note}</View> : null}
      {onRetry ? (
        <Button id={`${id ?? 'error'}-retry`} className='state-button' icon='redo' small fit onTap={onRetry}>
          再试一次
        </Button>
      ) : null}
      {code ? (
        <View className='state-code'>
          编号 {code}，<Link onTap={() => void Taro.setClipboardData({ data: code })}>复制给客服</Link>
        </View>
      ) : null}
    </View>
  )
}
