import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { Icon } from './icon'
import { Tap } from './tap'
import './check.css'

export type CheckProps = {
  id?: string
  /** Whom it chooses, for screen readers. */
  label: string
  on: boolean
  /** Cannot be chosen; the row says why. */
  off?: boolean
  onTap: () => void
}

/** The circle at the left of a row that can be chosen. */
export function Check({ id, label, on, off = false, onTap }: CheckProps) {
  return (
    <Tap id={id} role='checkbox' label={label} checked={on} disabled={off || undefined} className='check' onTap={onTap}>
      <View className={classes('check-circle', on && 'on', off && 'off')}>
        {on ? <Icon name='ok' className='check-icon' /> : null}
      </View>
    </Tap>
  )
}
