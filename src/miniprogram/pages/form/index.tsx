import { View } from '@tarojs/components'

export default function FormPage() {
  return <View>团员报到</View>
}
