import { View } from '@tarojs/components'

export default function LooksPage() {
  return <View>谁看过我的资料</View>
}
