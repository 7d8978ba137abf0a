import { View } from '@tarojs/components'
import type { ChangeView, MyCheckIn } from '#contract/checkin'
import { labelOf } from '#domain/fields'
import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { queries } from '../../lib/queries'
import { pointInTime } from '../../lib/time-text'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { FieldError } from '../../ui/field-error'
import { Tag } from '../../ui/tag'
import { ChangeRows } from './change-rows'

const when = (instant: string) => pointInTime(new Date(instant), new Date())

function Withdraw({ version }: { version: number }) {
  const withdraw = useAct(client.checkin.withdrawChange, {
    onDone: () => void queries.invalidateQueries(),
    onRefused: () => void queries.invalidateQueries(),
  })
  return (
    <View className='mt3'>
      <Button
        id='change-withdraw'
        small
        busy={withdraw.busy && '正在撤回…'}
        onTap={() => void withdraw.act({ version })}
      >
        撤回这次修改
      </Button>
      {withdraw.refusal ? <FieldError id='change-withdraw-error'>{sentenceOf(withdraw.refusal)}</FieldError> : null}
    </View>
  )
}

const Head = ({ change }: { change: ChangeView }) =>
  change.status === 'pending' ? (
    <Tag kind='info' icon='clock'>
      等支部审核
    </Tag>
  ) : (
    <Tag kind='fail' icon='redo'>
      已退回
    </Tag>
  )

/** The request that waits, or that came back, with before and after. */
export function OpenChange({ mine }: { mine: MyCheckIn }) {
  const { change } = mine
  if (!change || (change.status !== 'pending' && change.status !== 'returned')) return null
  const by = [change.decidedBy?.title, change.decidedBy?.name].filter(Boolean).join(' ')
  return (
    <Card id='change-open' title='申请的修改' aside={<Head change={change} />}>
      <View className='t-note c3'>{when(change.submittedAt)} 提交</View>
      {change.status === 'returned' ? (
        <View className='change-quote'>
          {by ? `${by}：` : ''}
          {change.returnReason}
        </View>
      ) : null}
      <ChangeRows rows={change.rows.map((row) => ({ ...row, label: labelOf(row.field) }))} />
      {change.status === 'pending' ? <Withdraw version={change.version} /> : null}
    </Card>
  )
}
