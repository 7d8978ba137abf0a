import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'

export type IconName =
  | 'back'
  | 'bell'
  | 'cam'
  | 'chart'
  | 'chat'
  | 'clock'
  | 'doc'
  | 'down'
  | 'eye'
  | 'go'
  | 'home'
  | 'info'
  | 'lock'
  | 'off'
  | 'ok'
  | 'phone'
  | 'plus'
  | 'qr'
  | 'redo'
  | 'scan'
  | 'search'
  | 'stamp'
  | 'swap'
  | 'tree'
  | 'user'
  | 'warn'
  | 'x'

export type IconProps = {
  name: IconName
  /** As large as the text beside it. */
  small?: boolean
  className?: string
  /** Only for a drawing that says something no word beside it says. */
  label?: string
}

/** A drawing in the colour of the text around it. */
export function Icon({ name, small = false, className, label }: IconProps) {
  const drawing = classes('icon', `icon-${name}`, small && 'icon-s', className)
  return <View className={drawing} {...aria(label ? { role: 'img', label } : { hidden: true })} />
}
