import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import './foot.css'

export type FootProps = {
  /** A line above the buttons: when it was saved, or why a button is off. */
  hint?: ReactNode
  /** One button below the other. */
  column?: boolean
  className?: string
  children: ReactNode
}

/** The bar at the foot of a page that holds its buttons; hand it to Page or Sheet as `foot`. */
export function Foot({ hint, column = false, className, children }: FootProps) {
  return (
    <View className={classes('foot', className)}>
      {hint ? <View className='foot-hint'>{hint}</View> : null}
      <View className={classes('foot-buttons', column && 'column')}>{children}</View>
    </View>
  )
}
