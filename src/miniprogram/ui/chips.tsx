import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { type OptionBarProps, wordsOf } from './option-bar'
import { Tap } from './tap'
import './chips.css'

/** Filters of a list: one line that scrolls, in elder mode it wraps. */
export function Chips<T extends string>({ id, label, entries, active, onChange }: OptionBarProps<T>) {
  return (
    <View className='chips' {...aria({ id, role: 'radiogroup', label })}>
      {entries.map((entry) => (
        <Tap
          key={entry.key}
          id={`${id}-${entry.key}`}
          role='radio'
          checked={entry.key === active}
          className={classes('chip', entry.key === active && 'on')}
          onTap={() => onChange(entry.key)}
        >
          {wordsOf(entry)}
        </Tap>
      ))}
    </View>
  )
}
