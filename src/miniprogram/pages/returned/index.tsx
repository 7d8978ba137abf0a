import { AnswerView } from '../../api/answer-view'
import { usePullToRefresh } from '../../api/use-pull-to-refresh'
import { Page } from '../../ui/page'
import { useGate } from '../../member/use-gate'
import { useMe } from '../../member/use-me'
import { useMine } from '../../member/use-mine'
import { Mend } from './mend'

const nothing = () => null

/** What came back, by whom and why, and mending it. */
export default function ReturnedPage() {
  const me = useMe()
  const mine = useMine()
  usePullToRefresh(mine)
  const allowed = useGate(mine.value?.status, ['returned'])

  if (me.value && mine.value && allowed) return <Mend key={mine.value.version} me={me.value.me} mine={mine.value} />
  return (
    <Page>{me.value ? <AnswerView of={mine}>{nothing}</AnswerView> : <AnswerView of={me}>{nothing}</AnswerView>}</Page>
  )
}
