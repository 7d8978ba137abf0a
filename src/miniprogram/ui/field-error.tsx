import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'

/** What is wrong with a field, announced as soon as it appears. */
export function FieldError({ id, children }: { id: string; children: string }) {
  return (
    <View className='field-error' {...aria({ id, role: 'alert', live: 'assertive' })}>
      <Icon name='warn' className='field-error-icon' />
      <View className='grow'>{children}</View>
    </View>
  )
}
