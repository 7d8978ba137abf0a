import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { sentenceOf } from '../messages'
import { open } from '../member/routes'
import { Notice } from '../ui/notice'

type Way = { text: string; onTap: () => void }

const otherCode: Way = { text: '换一个报到码', onTap: () => open('branch') }
const WAYS_OUT: Partial<Record<Refusal, Way>> = {
  CODE_UNKNOWN: otherCode,
  CODE_OVER: otherCode,
  CODE_REVOKED: otherCode,
  OTHER_PERSON: { text: '换账号', onTap: () => open('me') },
}

type Props = { refusal: Refused<Refusal>; onWay?: () => void }

/** Why the branch did not get it, and the way out. */
export function RefusalNotice({ refusal, onWay }: Props) {
  const way = onWay ? { text: '怎么办', onTap: onWay } : WAYS_OUT[refusal.code]
  return (
    <Notice
      id='form-refusal'
      kind='fail'
      className='form-issues'
      {...(way ? { action: { id: 'form-refusal-way', ...way } } : {})}
    >
      {sentenceOf(refusal)}
    </Notice>
  )
}
