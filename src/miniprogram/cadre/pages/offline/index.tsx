import { View } from '@tarojs/components'

export default function OfflinePage() {
  return <View>线下核验</View>
}
