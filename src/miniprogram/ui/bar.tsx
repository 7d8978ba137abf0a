import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import './bar.css'

export type BarPart = { share: number; tone: 'now' | 'ok' | 'info' | 'plain' }
export type BarProps = {
  /** Shares of one, from the left. */
  parts: readonly BarPart[]
  /** What it shows, where no words beside it say so. */
  label?: string
  className?: string
}

/** A line that fills. */
export function Bar({ parts, label, className }: BarProps) {
  return (
    <View className={classes('bar', className)} {...aria(label ? { role: 'img', label } : { hidden: true })}>
      {parts.map(({ share, tone }, index) => (
        <View key={index} className={classes('bar-part', tone)} style={{ width: `${(share * 100).toFixed(1)}%` }} />
      ))}
    </View>
  )
}
