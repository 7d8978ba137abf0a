import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Icon } from './icon'
import { Tap } from './tap'
import './cell.css'

export type ChoicesProps<T extends string> = {
  /** `<id>-<key>` is the id of each choice. */
  id: string
  /** What is chosen, for screen readers. */
  label: string
  options: Readonly<Partial<Record<T, string>>>
  value: T | undefined
  onChange: (value: T) => void
}

/** One of a few, all of them in sight: rows with a tick. Put it in a flush Card. */
export function Choices<T extends string>({ id, label, options, value, onChange }: ChoicesProps<T>) {
  // Object.keys forgets that the keys are T.
  const keys = Object.keys(options) as T[]
  return (
    <View {...aria({ id, role: 'radiogroup', label })}>
      {keys.map((key) => (
        <Tap
          key={key}
          id={`${id}-${key}`}
          role='radio'
          checked={key === value}
          className={classes('cell', key === value && 't-strong')}
          onTap={() => onChange(key)}
        >
          <View className='grow'>{options[key]}</View>
          {key === value ? <Icon name='ok' /> : null}
        </Tap>
      ))}
    </View>
  )
}
