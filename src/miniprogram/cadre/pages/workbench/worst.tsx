import { View } from '@tarojs/components'
import { client } from '../../../api/client'
import { useAskPages } from '../../../api/use-ask-pages'
import { Notice } from '../../../ui/notice'
import { waitingSince } from '../../queue/waiting'
import { worstOf } from '../../queue/worst'
import { openDetail } from '../../routes'

/** The first rows of the list. */
export const useWaiting = (enabled: boolean) => useAskPages(client.review.queue, { queue: 'pending' }, { enabled })

/** Who needs this cadre most. The first rows of the list are asked for, which opens it without waiting. */
export function Worst() {
  const { rows = [] } = useWaiting(true)
  const now = new Date()
  const row = worstOf(rows, now)
  if (!row) return null
  const { text } = waitingSince(row.submittedAt, now)
  const what = row.realName === 'failed' ? '等你线下核验' : '等你审核'
  return (
    <View className='workbench-worst'>
      <Notice
        id='worst'
        kind='warn'
        className='mt4'
        action={{ id: 'worst-go', text: '去办', onTap: () => openDetail(row.person) }}
      >
        {row.name}
        {what}，{text.startsWith('已等') ? text : `已等 ${text}`}
      </Notice>
    </View>
  )
}
