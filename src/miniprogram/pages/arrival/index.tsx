import { View } from '@tarojs/components'

export default function ArrivalPage() {
  return <View>报到</View>
}
