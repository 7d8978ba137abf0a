import type { ReviewDetail } from '#contract/review'
import { movesFrom } from '#domain/check-in'
import { pointInTime } from '../../lib/time-text'

type Judged = Pick<ReviewDetail, 'status' | 'realName' | 'offlineOpen' | 'own'>

/** A button: absent, off, or the one to press. */
export type Move = 'hidden' | 'off' | 'plain' | 'main'
export type Moves = { sendBack: Move; approve: Move; approveOffline: Move; /** Why something is off. */ why?: string }

const NONE: Moves = { sendBack: 'hidden', approve: 'hidden', approveOffline: 'hidden' }

const untilText = (until: string | undefined, now: Date) =>
  until ? `最晚 ${pointInTime(new Date(until), now)} 有结果` : '最长 24 小时'

/** What can be decided now, and in words why the rest cannot. */
export const decisionsOn = ({ status, realName, offlineOpen, own }: Judged, now: Date): Moves => {
  if (own || !movesFrom(status).includes('approve')) return NONE
  const verified = realName.status === 'passed' || realName.status === 'offlinePassed'
  if (verified) return { sendBack: 'plain', approve: 'main', approveOffline: 'hidden' }
  if (realName.status === 'failed') {
    return { sendBack: 'plain', approve: 'off', approveOffline: 'main', why: '实名没通过，要先线下核验。' }
  }
  const why = `实名校验中，${untilText(realName.until, now)}。暂时不能通过，可以退回。`
  if (!offlineOpen) return { sendBack: 'plain', approve: 'off', approveOffline: 'off', why }
  return { sendBack: 'plain', approve: 'off', approveOffline: 'main', why: '实名还在校验，本组织可以先线下核验。' }
}
