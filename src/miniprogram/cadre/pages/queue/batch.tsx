import { useContext, useState } from 'react'
import Taro from '@tarojs/taro'
import type { QueueRow } from '#contract/review'
import { client } from '../../../api/client'
import { useAct } from '../../../api/use-act'
import { sentenceOf } from '../../../messages'
import { BatchBar } from '../../../ui/batch-bar'
import { Button } from '../../../ui/button'
import { canApprove } from '../../queue/rules'
import { SelectionContext } from '../../queue/use-selection'
import { reviewChanged } from '../../refresh'
import { ReturnSheet } from './return-sheet'
import type { Result } from './result-sheet'

export type BatchProps = { chosen: readonly QueueRow[]; onDone: (result: Result) => void }

const noteOf = (chosen: readonly QueueRow[], approvable: readonly QueueRow[]): string => {
  const others = chosen.length - approvable.length
  return others ? `其中 ${others} 人只能退回` : '都能通过'
}

const targetsOf = (rows: readonly QueueRow[]) => rows.map(({ person, version }) => ({ person, version }))
const namesOf = (rows: readonly QueueRow[]) => rows.map(({ name }) => name).join('、')

const agree = async (rows: readonly QueueRow[]) => {
  const title = `通过 ${rows.length} 人`
  return (await Taro.showModal({ title, content: namesOf(rows), confirmText: '通过', cancelText: '再看看' })).confirm
}

/** Decides for everybody who is chosen, and tells afterwards who succeeded. */
export function Batch({ chosen, onDone }: BatchProps) {
  const selection = useContext(SelectionContext)
  const [returning, setReturning] = useState(false)
  const batch = useAct(client.review.batch, {
    onDone: ({ results }, { decision }) => {
      setReturning(false)
      selection.drop(results.filter(({ done }) => done).map(({ person }) => person))
      onDone({ decision, rows: chosen, results })
      reviewChanged()
    },
    onRefused: (refusal) => void Taro.showToast({ title: sentenceOf(refusal), icon: 'none', duration: 3000 }),
  })
  const approvable = chosen.filter(canApprove)

  const approve = async () => {
    if (await agree(approvable)) void batch.act({ decision: 'approve', items: targetsOf(approvable) })
  }
  return (
    <>
      <BatchBar id='batch' selected={chosen.length} note={noteOf(chosen, approvable)}>
        <Button id='batch-return' onTap={() => setReturning(true)}>
          退回
        </Button>
        <Button
          id='batch-approve'
          kind='primary'
          off={approvable.length === 0 && '选中的都不能直接通过'}
          busy={batch.busy && !returning && '正在办理…'}
          onTap={() => void approve()}
        >
          通过 {approvable.length} 人
        </Button>
      </BatchBar>
      <ReturnSheet
        open={returning}
        rows={chosen}
        busy={batch.busy}
        refusal={batch.refusal && sentenceOf(batch.refusal)}
        onClose={() => setReturning(false)}
        onReturn={(reason) => void batch.act({ decision: 'sendBack', reason, items: targetsOf(chosen) })}
      />
    </>
  )
}
