import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'
import './pill.css'

export type PillProps = {
  id?: string
  icon?: IconName
  /** A large character instead of a drawing: 大. */
  glyph?: string
  /** Makes it a switch: on or off. */
  checked?: boolean
  onTap: () => void
  children: ReactNode
}

/** A shortcut, a quick reason, a switch in one word. */
export function Pill({ id, icon, glyph, checked, onTap, children }: PillProps) {
  return (
    <Tap
      id={id}
      role={checked === undefined ? 'button' : 'checkbox'}
      checked={checked}
      className={classes('pill', checked && 'on')}
      onTap={onTap}
    >
      {icon ? <Icon name={icon} small /> : null}
      {glyph ? <View className='pill-glyph'>{glyph}</View> : null}
      <View>{children}</View>
    </Tap>
  )
}
