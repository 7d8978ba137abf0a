import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Badge } from './badge'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'
import './tab-bar.css'

export type TabBarEntry<T extends string> = { key: T; label: string; icon: IconName; badge?: number | undefined }

export type TabBarProps<T extends string> = {
  id?: string
  entries: readonly TabBarEntry<T>[]
  active: T
  onChange: (key: T) => void
}

/** The four places of members or of cadres; hand it to Page as `foot`. */
export function TabBar<T extends string>({ id = 'tabbar', entries, active, onChange }: TabBarProps<T>) {
  return (
    <View className='tabbar' {...aria({ id, role: 'tablist', label: '主要页面' })}>
      {entries.map(({ key, label, icon, badge }) => (
        <Tap
          key={key}
          id={`${id}-${key}`}
          role='tab'
          selected={key === active}
          className={classes('tabbar-entry', key === active && 'on')}
          onTap={() => onChange(key)}
        >
          <Icon name={icon} className='tabbar-icon' />
          {label}
          {badge ? <Badge count={badge} label={`${badge} 件`} className='tabbar-badge' /> : null}
        </Tap>
      ))}
    </View>
  )
}
