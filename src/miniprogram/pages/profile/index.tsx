import { AnswerView } from '../../api/answer-view'
import { usePullToRefresh } from '../../api/use-pull-to-refresh'
import { Button } from '../../ui/button'
import { Foot } from '../../ui/foot'
import { Page } from '../../ui/page'
import { open } from '../../member/routes'
import { useGate } from '../../member/use-gate'
import { useMine } from '../../member/use-mine'
import { ProfileData } from './profile-data'

/** 认证资料: everything that the branch has checked. */
export default function ProfilePage() {
  const mine = useMine()
  usePullToRefresh(mine)
  const allowed = useGate(mine.value?.status, ['approved'])
  const foot = (
    <Foot>
      <Button id='profile-change' kind='primary' onTap={() => open('change')}>
        修改资料
      </Button>
    </Foot>
  )
  return (
    <Page id='profile' dataAt={mine.at} {...(allowed ? { foot } : {})}>
      <AnswerView of={mine}>{(value) => (allowed ? <ProfileData mine={value} /> : null)}</AnswerView>
    </Page>
  )
}
