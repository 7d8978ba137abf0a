import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import './card.css'

export type CardProps = {
  id?: string
  title?: string
  /** At the right of the title: a link, a date. */
  aside?: ReactNode
  /** Holds cells: their lines run to the right edge. */
  flush?: boolean
  className?: string
  children?: ReactNode
}

export function Card({ id, title, aside, flush = false, className, children }: CardProps) {
  return (
    <View className={classes('card', flush && 'flush', className)} {...aria({ id })}>
      {title ? (
        <View className='card-head'>
          <View className='t-heading'>{title}</View>
          {aside}
        </View>
      ) : null}
      {children}
    </View>
  )
}
