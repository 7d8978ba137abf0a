import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { type OptionBarProps, wordsOf } from './option-bar'
import { Tap } from './tap'
import './tabs.css'

/** Views of one page, with their counts. */
export function Tabs<T extends string>({ id, label, entries, active, onChange }: OptionBarProps<T>) {
  return (
    <View className='tabs' {...aria({ id, role: 'tablist', label })}>
      {entries.map((entry) => (
        <Tap
          key={entry.key}
          id={`${id}-${entry.key}`}
          role='tab'
          selected={entry.key === active}
          className={classes('tabs-entry', entry.key === active && 'on')}
          onTap={() => onChange(entry.key)}
        >
          {wordsOf(entry)}
        </Tap>
      ))}
    </View>
  )
}
