import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import './badge.css'

export type BadgeProps = {
  count: number
  /** What is counted, for screen readers: 8 件待审. */
  label?: string
  className?: string
}

/** How much waits for you: red, and grey for nothing. */
export function Badge({ count, label, className }: BadgeProps) {
  return (
    <View
      className={classes('badge', count === 0 && 'quiet', className)}
      {...aria(label ? { role: 'img', label } : {})}
    >
      {count > 99 ? '99+' : count}
    </View>
  )
}
