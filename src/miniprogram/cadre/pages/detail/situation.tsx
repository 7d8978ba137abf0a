import type { ReviewDetail } from '#contract/review'
import { pointInTime } from '../../../lib/time-text'
import { Notice } from '../../../ui/notice'

const whoText = ({ decidedBy, decidedAt }: ReviewDetail, now: Date) => {
  const who = decidedBy?.kind === 'system' ? '系统' : decidedBy?.name
  return [who, decidedAt && pointInTime(new Date(decidedAt), now)].filter(Boolean).join('，')
}

/** Why there is nothing to decide here, where that is so. */
export function Situation({ of, orgName }: { of: ReviewDetail; orgName: string }) {
  const now = new Date()
  if (of.status === 'approved') {
    return (
      <Notice id='situation' kind='ok' className='mt4'>
        已通过：{whoText(of, now)}
        {of.explanation ? `。核验说明：${of.explanation}` : ''}
      </Notice>
    )
  }
  if (of.status === 'returned') {
    return (
      <Notice id='situation' kind='warn' className='mt4'>
        已退回：{whoText(of, now)}，等他改好再交。理由：{of.returnReason}
      </Notice>
    )
  }
  if (of.status === 'withdrawn') {
    return (
      <Notice id='situation' className='mt4'>
        本人已撤回，不用审。
      </Notice>
    )
  }
  if (!of.own) return null
  return (
    <Notice id='situation' className='mt4'>
      这是你自己的报到，不能自己审。由{orgName}的其他运营者来审，你在这里只能看。
    </Notice>
  )
}
