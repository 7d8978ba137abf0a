import { useEffect } from 'react'
import type { Me } from '#contract/account'
import { AnswerView } from '../../api/answer-view'
import { usePullToRefresh } from '../../api/use-pull-to-refresh'
import { Page } from '../../ui/page'
import { MemberTabs } from '../../member/member-tabs'
import { replaceBy } from '../../member/routes'
import { useGate } from '../../member/use-gate'
import { useMe } from '../../member/use-me'
import { useMine } from '../../member/use-mine'
import { MemberHome } from './member-home'

const nothing = () => null

/** Whoever has not begun needs a branch first. */
const statusOf = ({ checkIn, hasDraft }: Me) => checkIn?.status ?? (hasDraft ? 'draft' : undefined)

/** Leads to where the check-in stands; the home itself is for members. */
export default function HomePage() {
  const me = useMe()
  const status = me.value && statusOf(me.value.me)
  const none = me.value !== undefined && status === undefined
  const allowed = useGate(status, ['approved'])
  const mine = useMine({ enabled: allowed })
  usePullToRefresh(me, mine)

  useEffect(() => {
    if (none) replaceBy('branch')
  }, [none])

  // one paint: the frame comes with what is in it
  if (!me.value || !allowed || mine.loading) {
    return (
      <Page id='home-wait'>
        {me.value ? <AnswerView of={mine}>{nothing}</AnswerView> : <AnswerView of={me}>{nothing}</AnswerView>}
      </Page>
    )
  }
  const { me: account } = me.value
  return (
    <Page id='home' dataAt={mine.at} foot={<MemberTabs active='home' unread={account.unread} />}>
      <AnswerView of={mine}>{(value) => <MemberHome me={account} mine={value} />}</AnswerView>
    </Page>
  )
}
