import { View } from '@tarojs/components'

export default function CadreChangePage() {
  return <View>资料修改</View>
}
