import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './aria'
import { BackGuard } from './back-guard'
import { Icon } from './icon'
import { Tap } from './tap'
import './sheet.css'

export type SheetProps = {
  id?: string
  open: boolean
  title: string
  /** Close, the grey around it, and the phone's back. Keep what was typed. */
  onClose: () => void
  /** A Foot with one button. */
  foot?: ReactNode
  children: ReactNode
}

/** A task that rises from the foot of the page. */
export function Sheet({ id, open, title, onClose, foot, children }: SheetProps) {
  if (!open) return null
  return (
    <View className='sheet-layer'>
      <BackGuard onBack={onClose} />
      <View className='sheet-mask' onClick={onClose} {...aria({ hidden: true })} />
      <View className='sheet' {...aria({ id, role: 'dialog', label: title, modal: true })}>
        <View className='sheet-head'>
          <View className='t-heading grow'>{title}</View>
          <Tap className='sheet-close' id={id && `${id}-close`} label='关闭' onTap={onClose}>
            <Icon name='x' />
          </Tap>
        </View>
        <View className='sheet-body'>{children}</View>
        {foot}
      </View>
    </View>
  )
}
