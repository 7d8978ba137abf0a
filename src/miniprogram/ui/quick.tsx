import { View } from '@tarojs/components'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'
import './quick.css'

export type QuickEntry = { key: string; icon: IconName; label: string; onTap: () => void }

/** Shortcuts in a row of four. */
export function Quick({ id = 'quick', entries }: { id?: string; entries: readonly QuickEntry[] }) {
  return (
    <View className='quick'>
      {entries.map(({ key, icon, label, onTap }) => (
        <Tap key={key} id={`${id}-${key}`} className='quick-entry' onTap={onTap}>
          <Icon name={icon} className='quick-icon' />
          {label}
        </Tap>
      ))}
    </View>
  )
}
