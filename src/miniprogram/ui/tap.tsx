import type { CSSProperties, ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { type Aria, aria } from './aria'
import { keyboard } from './keyboard'

export type TapProps = Omit<Aria, 'modal' | 'live'> & {
  className?: string
  style?: CSSProperties
  onTap?: (() => void) | undefined
  children?: ReactNode
}

/** Anything that can be touched and is not a form control: big enough, named, pressed, off. */
export function Tap({ className, style, onTap, children, role = 'button', ...states }: TapProps) {
  const tap = states.disabled ? undefined : onTap
  return (
    <View
      className={classes('tap', className)}
      {...aria({ role, ...states })}
      {...keyboard(tap)}
      {...(style ? { style } : {})}
      {...(tap ? { hoverClass: 'is-pressed', onClick: (event) => (event.stopPropagation(), tap()) } : {})}
    >
      {children}
    </View>
  )
}
