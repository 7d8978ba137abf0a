import { View } from '@tarojs/components'

export default function CodePage() {
  return <View>支部报到码</View>
}
