import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { Icon } from './icon'
import { Tap } from './tap'
import './cell.css'
import './tile.css'

export type TileProps = {
  id?: string
  label: string
  count: number
  /** 3 人超 24 小时 · 都办完了. */
  note?: string
  /** Something waits too long: the note gets a clock. */
  late?: boolean
  onTap: () => void
}

/** A number of the workbench that is a link. Wrap several in a View with the class `tiles`. */
export function Tile({ id, label, count, note, late = false, onTap }: TileProps) {
  return (
    <Tap id={id} className='tile' onTap={onTap}>
      <View className='between'>
        <View className='c2'>{label}</View>
        <Icon name='go' className='cell-go' />
      </View>
      <View className={classes('num', count === 0 && 'zero')}>{count > 999 ? '999+' : count}</View>
      {note ? (
        <View className={classes('row', 't-cap', late ? 'c-warn' : 'c3')}>
          {late ? <Icon name='clock' small /> : null}
          {note}
        </View>
      ) : null}
    </Tap>
  )
}
