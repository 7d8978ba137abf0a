import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import { Link } from './link'
import './notice.css'

export type Tone = 'info' | 'ok' | 'warn' | 'fail'

export type NoticeProps = {
  id?: string
  kind?: Tone
  icon?: IconName
  /** From edge to edge, without corners. */
  flat?: boolean
  action?: { text: string; onTap: () => void; id?: string }
  className?: string
  children: ReactNode
}

const DRAWINGS: Record<Tone, IconName> = { info: 'info', ok: 'ok', warn: 'clock', fail: 'warn' }

/** One sentence and one action at most; a failure is read out at once. */
export function Notice({ id, kind = 'info', icon, flat = false, action, className, children }: NoticeProps) {
  const loud =
    kind === 'fail' ? ({ role: 'alert', live: 'assertive' } as const) : ({ role: 'status', live: 'polite' } as const)
  return (
    <View className={classes('notice', kind, flat && 'flat', className)} {...aria({ id, ...loud })}>
      <Icon name={icon ?? DRAWINGS[kind]} className='notice-icon' />
      <View className='grow'>{children}</View>
      {action ? (
        <Link onTap={action.onTap} id={action.id}>
          {action.text}
        </Link>
      ) : null}
    </View>
  )
}
