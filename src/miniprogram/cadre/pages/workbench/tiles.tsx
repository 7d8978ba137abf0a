import { View } from '@tarojs/components'
import type { review } from '#contract/review'
import type { OutputOf } from '#contract/procedure'
import { Tile } from '../../../ui/tile'
import { waitingSince } from '../../queue/waiting'
import { openQueue } from '../../routes'

type Overview = OutputOf<typeof review.overview>

const noteOf = ({ waiting, more, overDay, oldestAt }: Overview): string => {
  if (waiting === 0) return '都办完了'
  const late = overDay > 0 ? `${overDay} 人超 24 小时` : ''
  const oldest = !late && oldestAt ? `最久 ${waitingSince(oldestAt, new Date()).text}` : ''
  return [late, oldest, more && '不止这些'].filter(Boolean).join('，')
}

/** The numbers of the organisation; each leads to its list. */
export function Tiles({ of }: { of: Overview }) {
  return (
    <View className='tiles'>
      <Tile
        id='tile-waiting'
        label='资料审核'
        count={of.waiting}
        note={noteOf(of)}
        late={of.overDay > 0}
        onTap={() => openQueue()}
      />
      <Tile
        id='tile-changes'
        label='资料修改'
        count={of.changes}
        note={of.changes ? '等你审' : '都办完了'}
        onTap={() => openQueue({ tab: 'changes' })}
      />
    </View>
  )
}
