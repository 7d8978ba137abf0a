import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import './path.css'

export type PathProps = { id?: string; /** From the root to the branch. */ names: readonly string[] }

/** Where an organisation stands: from the province down, the last one red and bold. */
export function Path({ id, names }: PathProps) {
  return (
    <View className='path' {...aria({ id, role: 'list' })}>
      {names.map((name, index) => (
        <View
          key={name}
          className={classes('path-stop', index === names.length - 1 && 'now')}
          {...aria({ role: 'listitem' })}
        >
          <View className='path-dot' />
          {name}
        </View>
      ))}
    </View>
  )
}
