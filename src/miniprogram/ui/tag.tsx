import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { Icon, type IconName } from './icon'
import type { Tone } from './notice'
import './tag.css'

export type TagProps = {
  kind?: Tone | 'neutral' | 'now'
  icon?: IconName
  className?: string
  /** Eight characters at most. */
  children: ReactNode
}

/** A status in a word; the colour only underlines it. */
export function Tag({ kind = 'neutral', icon, className, children }: TagProps) {
  return (
    <View className={classes('tag', kind, className)}>
      {icon ? <Icon name={icon} className='tag-icon' /> : null}
      {children}
    </View>
  )
}
