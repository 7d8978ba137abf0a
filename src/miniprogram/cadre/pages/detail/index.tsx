import { View } from '@tarojs/components'

export default function DetailPage() {
  return <View>审核资料</View>
}
