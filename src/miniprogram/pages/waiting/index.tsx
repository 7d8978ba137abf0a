import { View } from '@tarojs/components'

export default function WaitingPage() {
  return <View>报到进度</View>
}
