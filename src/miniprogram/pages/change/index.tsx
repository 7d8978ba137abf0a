import { View } from '@tarojs/components'

export default function ChangePage() {
  return <View>申请修改</View>
}
