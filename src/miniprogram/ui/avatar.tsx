import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import './avatar.css'

export type AvatarProps = { name: string; large?: boolean; className?: string }

/** The first character of a name; the name itself stands beside it, so screen readers skip it. */
export function Avatar({ name, large = false, className }: AvatarProps) {
  return (
    <View className={classes('ava', large && 'large', className)} {...aria({ hidden: true })}>
      {Array.from(name)[0]}
    </View>
  )
}
