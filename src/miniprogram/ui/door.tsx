import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Icon } from './icon'
import { Tap } from './tap'
import './cell.css'
import './door.css'

export type DoorProps = {
  id?: string
  /** The motif: one dot, or a small tree. */
  glyph: 'member' | 'cadre'
  title: string
  note: string
  onTap: () => void
}

/** One of the two ways in; both are equal in size. */
export function Door({ id, glyph, title, note, onTap }: DoorProps) {
  return (
    <Tap id={id} className='door' label={`${title}，${note}`} onTap={onTap}>
      <View className={classes('door-glyph', glyph)} {...aria({ hidden: true })}>
        {glyph === 'member' ? <View className='door-dot' /> : <View className='door-tree' />}
      </View>
      <View className='grow'>
        <View className='t-heading'>{title}</View>
        <View className='t-note c2'>{note}</View>
      </View>
      <Icon name='go' className='cell-go' />
    </Tap>
  )
}
