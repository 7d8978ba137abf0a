import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { ChangeView } from '#contract/checkin'
import type { ReviewDetail } from '#contract/review'
import { TEXT } from '#domain/limits'
import { client } from '../../../api/client'
import { useAct } from '../../../api/use-act'
import { sentenceOf } from '../../../messages'
import { Button } from '../../../ui/button'
import { Foot } from '../../../ui/foot'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { CHANGE_REASONS } from '../../messages'
import { ReasonBox } from '../../reason/reason-box'
import { lacks } from '../../reason/text'
import { reviewChanged } from '../../refresh'
import { leave } from '../../routes'

export type ChangeFootProps = { of: ReviewDetail; change: ChangeView }

const agree = async (name: string, count: number) => {
  const content = `${name} 的 ${count} 项资料会马上改过来。`
  return (await Taro.showModal({ title: '通过修改', content, confirmText: '通过', cancelText: '再看看' })).confirm
}

/** Approves a change, or returns it with a reason. One's own is for somebody else. */
export function ChangeFoot({ of, change }: ChangeFootProps) {
  const { person, values, own } = of
  const { version } = change
  const [returning, setReturning] = useState(false)
  const [reason, setReason] = useState('')
  const done = (title: string) => {
    reviewChanged()
    void Taro.showToast({ title, icon: 'none' })
    leave()
  }
  const approve = useAct(client.review.approveChange, { onDone: () => done('修改已通过'), onRefused: reviewChanged })
  const sendBack = useAct(client.review.returnChange, { onDone: () => done('修改已退回'), onRefused: reviewChanged })
  const refused = approve.refusal ?? sendBack.refusal
  const refusal = refused ? (
    <Notice id='refusal' kind='fail'>
      {sentenceOf(refused)}
    </Notice>
  ) : null
  if (own) return null

  const ask = async () => {
    if (await agree(values.name, change.rows.length)) void approve.act({ person, version })
  }
  const foot = (
    <Foot>
      <Button
        id='change-return-send'
        kind='primary'
        block
        off={lacks(reason, TEXT.returnReason)}
        busy={sendBack.busy && '正在退回…'}
        onTap={() => void sendBack.act({ person, version, reason: reason.trim() })}
      >
        退回给 {values.name}
      </Button>
    </Foot>
  )
  return (
    <>
      <Foot hint={refusal}>
        <Button id='change-return' onTap={() => setReturning(true)}>
          退回
        </Button>
        <Button id='change-approve' kind='primary' busy={approve.busy && '正在通过…'} onTap={() => void ask()}>
          通过 {change.rows.length} 项修改
        </Button>
      </Foot>
      <Sheet id='change-sheet' open={returning} title='退回修改' onClose={() => setReturning(false)} foot={foot}>
        {refusal}
        <ReasonBox
          id='reason'
          label='退回理由，会原样发给本人'
          value={reason}
          onChange={setReason}
          limits={TEXT.returnReason}
          templates={CHANGE_REASONS}
        />
      </Sheet>
    </>
  )
}
