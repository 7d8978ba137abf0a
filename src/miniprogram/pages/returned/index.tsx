import { View } from '@tarojs/components'

export default function ReturnedPage() {
  return <View>修改资料</View>
}
