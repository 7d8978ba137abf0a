import { View } from '@tarojs/components'
import { pointInTime } from '../lib/time-text'

/** 10:34 已自动保存 证件号不留在手机上 */
export function SavedLine({ savedAt }: { savedAt: string | undefined }) {
  return (
    <View className='form-saved'>
      {savedAt ? <View className='nw'>{pointInTime(new Date(savedAt), new Date())} 已自动保存</View> : null}
      <View className='nw'>证件号不留在手机上</View>
    </View>
  )
}
