import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import './timeline.css'

export type TimelineState = 'done' | 'now' | 'todo' | 'returned'

export type TimelineEntry = {
  key: string
  state: TimelineState
  /** The step: 实名校验. */
  title: string
  /** At the right: the time, or a Tag. */
  aside?: ReactNode
  /** Who acts, since when, how long it usually takes; a line each. */
  lines?: readonly string[]
  /** The words of whoever returned it. */
  quote?: string | undefined
  children?: ReactNode
}

export type TimelineProps = { id?: string; entries: readonly TimelineEntry[] }

const SAID: Record<TimelineState, string> = { done: '已完成', now: '正在进行', todo: '还没到', returned: '被退回' }

/** The line and the red dot: what happened, where it stands, what is still to come. */
export function Timeline({ id, entries }: TimelineProps) {
  return (
    <View className='line' {...aria({ id, role: 'list' })}>
      {entries.map(({ key, state, title, aside, lines, quote, children }) => (
        <View key={key} className={classes('line-entry', state)} {...aria({ role: 'listitem' })}>
          <View className='line-dot' {...aria({ role: 'img', label: SAID[state] })} />
          <View className='between'>
            <View className='t-strong'>{title}</View>
            {aside ? <View className='line-aside'>{aside}</View> : null}
          </View>
          {lines?.map((line) => (
            <View key={line} className='line-who'>
              {line}
            </View>
          ))}
          {quote ? <View className='quote mt2'>{quote}</View> : null}
          {children}
        </View>
      ))}
    </View>
  )
}
