import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import type { Tone } from './notice'
import './hints.css'

export type Hint = { key: string; kind: Tone; title: string; note?: string | undefined }
export type HintsProps = { id?: string; /** The worst first. */ hints: readonly Hint[] }

const DRAWINGS: Record<Tone, IconName> = { fail: 'warn', warn: 'warn', info: 'info', ok: 'ok' }
const SAID: Record<Tone, string> = { fail: '有问题', warn: '请核对', info: '提示', ok: '没问题' }

/** What the reviewer should look at. */
export function Hints({ id, hints }: HintsProps) {
  return (
    <View {...aria({ id, role: 'list' })}>
      {hints.map(({ key, kind, title, note }) => (
        <View key={key} className='hint' {...aria({ role: 'listitem' })}>
          <Icon name={DRAWINGS[kind]} label={SAID[kind]} className={classes('hint-icon', kind)} />
          <View className='grow'>
            <View className={classes(kind === 'fail' && 't-strong', kind === 'ok' && 'c2')}>{title}</View>
            {note ? <View className='c2'>{note}</View> : null}
          </View>
        </View>
      ))}
    </View>
  )
}
