import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'
import './cell.css'

export type CellProps = {
  id?: string
  icon?: IconName
  label: ReactNode
  /** Makes it a pair of label and value: side by side, in elder mode one below the other. */
  value?: ReactNode
  /** A second line below the label. */
  note?: ReactNode
  /** At the right: a button, a badge, a link. */
  aside?: ReactNode
  /** What a screen reader says instead of the words. */
  said?: string
  /** Opens something; the whole row is the target and a chevron says so. */
  onTap?: (() => void) | undefined
}

export function Cell({ id, icon, label, value, note, aside, said, onTap }: CellProps) {
  const paired = value !== undefined
  const content = (
    <>
      {icon ? <Icon name={icon} className='cell-icon' /> : null}
      <View className={paired ? 'cell-key' : 'grow'}>
        {label}
        {note ? <View className='cell-note'>{note}</View> : null}
      </View>
      {paired ? <View className='cell-value'>{value}</View> : null}
      {aside}
      {onTap ? <Icon name='go' className='cell-go' /> : null}
    </>
  )
  const className = classes('cell', paired && 'kv')
  if (!onTap) {
    return (
      <View className={className} {...aria({ id })}>
        {content}
      </View>
    )
  }
  return (
    <Tap id={id} label={said} className={className} onTap={onTap}>
      {content}
    </Tap>
  )
}
