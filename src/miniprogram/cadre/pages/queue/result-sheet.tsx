import { View } from '@tarojs/components'
import type { OutputOf } from '#contract/procedure'
import type { QueueRow, review } from '#contract/review'
import { sentenceOf } from '../../../messages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Foot } from '../../../ui/foot'
import { Sheet } from '../../../ui/sheet'
import { Tag } from '../../../ui/tag'

type Results = OutputOf<typeof review.batch>['results']
export type Result = { decision: 'approve' | 'sendBack'; rows: readonly QueueRow[]; results: Results }

const whyNot = ({ code, by }: Results[number]) =>
  sentenceOf({ ok: false, code: code ?? 'INTERNAL', ...(by && { detail: { by } }) })

/** Who succeeded, and why the others did not. */
export function ResultSheet({ result, onClose }: { result: Result | undefined; onClose: () => void }) {
  if (!result) return null
  const word = result.decision === 'approve' ? '通过' : '退回'
  const nameOf = new Map(result.rows.map(({ person, name }) => [person, name]))
  const done = result.results.filter(({ done }) => done).length
  const failed = result.results.length - done
  // Whoever needs another look comes first.
  const rows = [...result.results].sort((one, other) => Number(one.done) - Number(other.done))
  const foot = (
    <Foot>
      <Button id='result-close' kind='primary' block onTap={onClose}>
        回到列表
      </Button>
    </Foot>
  )
  return (
    <Sheet
      id='result'
      open
      title={failed ? `${word}了 ${done} 人，${failed} 人没办成` : `${word}了 ${done} 人`}
      onClose={onClose}
      foot={foot}
    >
      <Card flush>
        {rows.map((row) => (
          <Cell
            key={row.person}
            id={`result-${row.person}`}
            label={nameOf.get(row.person) ?? ''}
            note={row.done ? undefined : whyNot(row)}
            aside={
              row.done ? (
                <Tag kind='ok' icon='ok'>{`已${word}`}</Tag>
              ) : (
                <Tag kind='fail' icon='warn'>
                  没办成
                </Tag>
              )
            }
          />
        ))}
      </Card>
      <View className='mt2' />
    </Sheet>
  )
}
