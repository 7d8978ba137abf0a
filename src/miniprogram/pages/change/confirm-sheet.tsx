import Taro from '@tarojs/taro'
import type { FiledValues } from '#contract/form-values'
import type { CheckInField } from '#domain/check-in-values'
import type { FormValues } from '#domain/check-in-form'
import { FIELDS, labelOf } from '#domain/fields'
import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { valueText } from '../../form/value-text'
import { queries } from '../../lib/queries'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Foot } from '../../ui/foot'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { ChangeRows } from './change-rows'
import { wantedOf } from './wanted'

type Props = {
  open: boolean
  filed: FiledValues
  values: FormValues
  changed: readonly CheckInField[]
  onClose: () => void
  onTaken: () => void
}

const told = (applied: number, pending: number) =>
  [applied > 0 && `${applied} 处已改好`, pending > 0 && `${pending} 处等支部审核`].filter(Boolean).join('，')

/** Before and after, and what happens to each: the last look before it is sent. */
export function ConfirmSheet({ open, filed, values, changed, onClose, onTaken }: Props) {
  const change = useAct(client.checkin.change, {
    onDone: ({ applied, pending }) => {
      void queries.invalidateQueries()
      void Taro.showToast({ title: told(applied.length, pending.length), icon: 'none' })
      void Taro.navigateBack()
    },
    onRefused: ({ code }) => {
      if (code !== 'MEMBER_NUMBER_TAKEN') return
      onTaken()
      onClose()
    },
  })
  const reviewed = changed.some((field) => FIELDS[field].edit === 'review')
  const rows = changed.map((field) => ({
    field,
    label: `${labelOf(field)}${FIELDS[field].edit === 'review' ? '（需审核）' : ''}`,
    before: valueText(field, filed),
    after: valueText(field, values),
  }))
  const foot = (
    <Foot>
      <Button
        id='change-confirm'
        kind='primary'
        busy={change.busy && '正在提交…'}
        onTap={() => void change.act({ values: wantedOf(values, changed) })}
      >
        {reviewed ? `交给支部审核` : `改好这 ${changed.length} 处`}
      </Button>
    </Foot>
  )
  return (
    <Sheet id='change-sheet' open={open} title={`改 ${changed.length} 处`} onClose={onClose} foot={foot}>
      {change.refusal ? (
        <Notice id='change-refusal' kind='fail'>
          {sentenceOf(change.refusal)}
        </Notice>
      ) : null}
      <ChangeRows rows={rows} />
    </Sheet>
  )
}
