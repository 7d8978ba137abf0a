import { View } from '@tarojs/components'
import { aria } from './aria'
import './watermark.css'

const TIMES = Array.from({ length: 12 }, (_, index) => index)

/** The viewer's name across a page with somebody's data: 林晓禾 0914. */
export function Watermark({ text }: { text: string }) {
  return (
    <View className='watermark' {...aria({ hidden: true })}>
      {TIMES.map((time) => (
        <View key={time} className='watermark-text'>
          {text}
        </View>
      ))}
    </View>
  )
}
