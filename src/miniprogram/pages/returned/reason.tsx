import { View } from '@tarojs/components'
import type { MyCheckIn } from '#contract/checkin'
import { Avatar } from '../../ui/avatar'
import { Card } from '../../ui/card'

/** Who returned it, in whose words, and how to reach them. */
export function Reason({ mine }: { mine: MyCheckIn }) {
  const { decidedBy, returnReason, branch } = mine
  const name = decidedBy?.name || branch?.secretary || '团支书'
  return (
    <Card id='returned-reason'>
      <View className='returned-who'>
        <Avatar name={name} />
        <View className='grow'>
          <View className='t-strong'>{name}</View>
          <View className='t-cap c3'>{decidedBy?.title ?? branch?.name}</View>
        </View>
      </View>
      <View className='returned-quote'>{returnReason || '没有写理由，请问一下。'}</View>
      <View className='t-note c2 mt2'>看不明白就当面问 {name}，或在班级群里问。</View>
    </Card>
  )
}
