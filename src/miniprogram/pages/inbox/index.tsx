import { View } from '@tarojs/components'

export default function InboxPage() {
  return <View>消息</View>
}
