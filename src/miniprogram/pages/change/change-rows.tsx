import { View } from '@tarojs/components'
import './change.css'

export type ChangedRow = { field: string; label: string; before: string; after: string }

/** Before and after, one below the other: long values wrap. */
export function ChangeRows({ rows }: { rows: readonly ChangedRow[] }) {
  return (
    <View className='change-rows'>
      {rows.map(({ field, label, before, after }) => (
        <View key={field} id={`change-row-${field}`} className='change-row'>
          <View className='t-note c2'>{label}</View>
          <View className='change-before'>原来：{before || '没有填'}</View>
          <View className='t-strong'>改成：{after || '不填'}</View>
        </View>
      ))}
    </View>
  )
}
