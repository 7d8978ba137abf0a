import { View } from '@tarojs/components'

export default function ProfilePage() {
  return <View>我的资料</View>
}
