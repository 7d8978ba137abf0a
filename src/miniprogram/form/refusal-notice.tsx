import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { sentenceOf } from '../messages'
import { open, type RouteName } from '../pages/shared/routes'
import { Notice } from '../ui/notice'

const WAYS_OUT: Partial<Record<Refusal, { text: string; to: RouteName }>> = {
  CODE_UNKNOWN: { text: '换一个报到码', to: 'branch' },
  CODE_OVER: { text: '换一个报到码', to: 'branch' },
  CODE_REVOKED: { text: '换一个报到码', to: 'branch' },
  OTHER_PERSON: { text: '换账号', to: 'me' },
}

/** Why the branch did not get it, and the way out. */
export function RefusalNotice({ refusal }: { refusal: Refused<Refusal> | undefined }) {
  if (!refusal) return null
  const way = WAYS_OUT[refusal.code]
  return (
    <Notice
      id='form-refusal'
      kind='fail'
      className='form-issues'
      {...(way ? { action: { id: 'form-refusal-way', text: way.text, onTap: () => open(way.to) } } : {})}
    >
      {sentenceOf(refusal)}
    </Notice>
  )
}
