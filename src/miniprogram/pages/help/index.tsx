import { View } from '@tarojs/components'

export default function HelpPage() {
  return <View>帮助</View>
}
