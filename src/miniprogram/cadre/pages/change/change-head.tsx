import { View } from '@tarojs/components'
import type { ChangeView } from '#contract/checkin'
import { pointInTime, waited } from '../../../lib/time-text'
import { Avatar } from '../../../ui/avatar'
import { Notice } from '../../../ui/notice'
import { OBSTACLES } from '../../messages'
import '../../person/head.css'

const STATUS_WORDS = { pending: '等你审', returned: '已退回', withdrawn: '本人已撤回', applied: '已通过' } as const

const decidedText = ({ status, decidedBy, decidedAt, returnReason }: ChangeView, now: Date) => {
  const by = decidedBy && (decidedBy.kind === 'system' ? '系统' : decidedBy.name)
  const when = decidedAt && pointInTime(new Date(decidedAt), now)
  const reason = returnReason && `理由：${returnReason}`
  return [STATUS_WORDS[status], [by, when].filter(Boolean).join('，'), reason].filter(Boolean).join('。')
}

/** Whose change, since when, and what has become of it. */
export function ChangeHead({ name, change, own }: { name: string; change: ChangeView; own: boolean }) {
  const now = new Date()
  const at = new Date(change.submittedAt)
  const open = change.status === 'pending'
  return (
    <>
      <View className='person-head'>
        <Avatar name={name} large />
        <View className='grow'>
          <View className='t-title'>
            {name} 想改 {change.rows.length} 项
          </View>
          <View className='t-note c2'>
            {pointInTime(at, now)} 提交{open ? `，已等 ${waited(now.getTime() - at.getTime())}` : ''}
          </View>
        </View>
      </View>
      {open && !own ? null : (
        <Notice id='situation' className='mt4'>
          {own && open ? OBSTACLES.OWN_APPLICATION : decidedText(change, now)}
        </Notice>
      )}
    </>
  )
}
