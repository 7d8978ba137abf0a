import type { ReactNode } from 'react'
import { Button as TaroButton, type ButtonProps as TaroButtonProps, View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import { keyboard } from './keyboard'

// A browser needs nothing of Taro's button, and its looks are hard to remove there.
const Root = process.env.TARO_ENV === 'h5' ? View : TaroButton

type Native = Pick<TaroButtonProps, 'openType' | 'onGetPhoneNumber' | 'onAgreePrivacyAuthorization'>

export type ButtonProps = Native & {
  id?: string
  /** One primary a page; `fail` only for what cannot be undone. */
  kind?: 'primary' | 'plain' | 'fail' | 'text'
  small?: boolean
  /** As wide as the page; draws the reason of `off` above itself. */
  block?: boolean
  /** As wide as its words. */
  fit?: boolean
  icon?: IconName
  /** Why it cannot be pressed now. */
  off?: string | false | undefined
  /** What is going on, such as 正在提交…; pressing again does nothing. */
  busy?: string | false | undefined
  /** For screen readers, where the words alone are not enough. */
  label?: string
  className?: string
  onTap?: () => void
  children: ReactNode
}

export function Button(props: ButtonProps) {
  const { id, kind = 'plain', small, block, fit, icon, off, busy, label, className, onTap, children, ...native } = props
  const shut = Boolean(off || busy)
  const tap = shut ? undefined : onTap
  const said = label ?? (off && typeof children === 'string' ? `${children}，${off}` : undefined)
  const shape = classes(
    'btn',
    kind,
    small && 'small',
    block && 'block',
    fit && 'fit',
    Boolean(off) && 'off',
    Boolean(busy) && 'busy',
    className,
  )
  return (
    <>
      {block && off ? <View className='btn-reason'>{off}</View> : null}
      <Root
        className={shape}
        {...aria({ id, role: 'button', label: said, disabled: shut || undefined })}
        {...keyboard(tap)}
        {...(shut ? {} : { ...native, hoverClass: 'is-pressed' })}
        {...(tap ? { onClick: tap } : {})}
      >
        {icon ? <Icon name={icon} small /> : null}
        {busy || children}
      </Root>
    </>
  )
}
