import { View } from '@tarojs/components'
import { aria } from './aria'
import { Card } from './card'
import './skeleton.css'

export type SkeletonProps = { /** A list with faces, or paragraphs. */ shape?: 'rows' | 'text'; count?: number }

/** Bones in the shape of what is being fetched. */
export function Skeleton({ shape = 'text', count = 3 }: SkeletonProps) {
  return (
    <Card>
      <View {...aria({ role: 'status', label: '正在载入' })}>
        {Array.from({ length: count }, (_, index) => (
          <View key={index} className='bones'>
            {shape === 'rows' ? <View className='bone face' /> : null}
            <View className='grow'>
              <View className='bone short' />
              <View className='bone long' />
            </View>
          </View>
        ))}
      </View>
    </Card>
  )
}
