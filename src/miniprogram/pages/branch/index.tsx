import { View } from '@tarojs/components'

export default function BranchPage() {
  return <View>确认支部</View>
}
