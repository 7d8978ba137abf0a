import { View } from '@tarojs/components'

export default function ReturnPage() {
  return <View>退回修改</View>
}
