import { useState } from 'react'
import type { Me } from '#contract/account'
import type { MyCheckIn } from '#contract/checkin'
import { AnswerView } from '../../api/answer-view'
import { usePullToRefresh } from '../../api/use-pull-to-refresh'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Hero } from '../../ui/hero'
import { Page } from '../../ui/page'
import { Timeline } from '../../ui/timeline'
import { open } from '../../member/routes'
import { useGate } from '../../member/use-gate'
import { useMe } from '../../member/use-me'
import { useMine } from '../../member/use-mine'
import { FiledSheet } from './filed-sheet'
import { progressOf, reviewerText } from './progress'
import { RemindCell } from './remind-cell'
import { WithdrawSheet } from './withdraw-sheet'
import './waiting.css'

const EVERY = 10_000

/** Until the branch has decided there is nothing but this page. */
export default function WaitingPage() {
  const me = useMe()
  const mine = useMine({ every: EVERY })
  usePullToRefresh(mine)
  const allowed = useGate(mine.value?.status, ['pending'])

  return (
    <Page id='waiting' dataAt={mine.at}>
      <AnswerView of={mine}>
        {(value) => (allowed ? <Waiting mine={value} me={me.value?.me} now={new Date()} /> : null)}
      </AnswerView>
    </Page>
  )
}

function Waiting({ mine, me, now }: { mine: MyCheckIn; me: Me | undefined; now: Date }) {
  const [sheet, setSheet] = useState<'filed' | 'withdraw'>()
  const close = () => setSheet(undefined)
  const who = reviewerText(mine)
  const checking = mine.realName?.status === 'verifying' || mine.realName?.status === 'unverified'
  return (
    <>
      <Hero
        title='已交给支部'
        notes={[
          checking ? `正在做实名校验，之后由 ${who} 审核。` : `正在等 ${who} 审核。`,
          '可以先离开，有结果会通知你。',
        ]}
      />
      <Card>
        <Timeline id='waiting-progress' entries={progressOf(mine, now)} />
      </Card>
      <Card flush>
        <RemindCell templates={me?.messageTemplates ?? []} />
        <Cell icon='phone' label={`联系 ${who}`} note='可以当面说，或在班级群里找。' />
        <Cell id='waiting-filed' icon='doc' label='看我交的资料' onTap={() => setSheet('filed')} />
        <Cell id='waiting-me' icon='user' label='帮助和设置' onTap={() => open('me')} />
      </Card>
      <Button id='waiting-withdraw' className='waiting-withdraw' kind='text' onTap={() => setSheet('withdraw')}>
        填错了？撤回重填
      </Button>
      {mine.values ? <FiledSheet open={sheet === 'filed'} values={mine.values} onClose={close} /> : null}
      <WithdrawSheet open={sheet === 'withdraw'} version={mine.version} onClose={close} />
    </>
  )
}
