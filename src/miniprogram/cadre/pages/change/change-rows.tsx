import { View } from '@tarojs/components'
import type { ChangeView } from '#contract/checkin'
import { labelOf } from '#domain/fields'
import { Card } from '../../../ui/card'
import './change-rows.css'

/** Before and after, field by field. */
export function ChangeRows({ rows }: { rows: ChangeView['rows'] }) {
  return (
    <Card id='change-rows' className='change-rows'>
      {rows.map(({ field, before, after }) => (
        <View key={field} id={`change-${field}`} className='change-row'>
          <View className='t-note c2'>{labelOf(field)}</View>
          <View className='change-pair'>
            <View className='change-word t-cap c3'>原来</View>
            <View className='grow c2'>{before || '没填'}</View>
          </View>
          <View className='change-pair'>
            <View className='change-word t-cap c3'>改成</View>
            <View className='grow t-strong'>{after || '清空'}</View>
          </View>
        </View>
      ))}
    </Card>
  )
}
