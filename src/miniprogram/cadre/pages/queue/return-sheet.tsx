import { useState } from 'react'
import { View } from '@tarojs/components'
import type { QueueRow } from '#contract/review'
import { TEXT } from '#domain/limits'
import { Button } from '../../../ui/button'
import { Foot } from '../../../ui/foot'
import { Notice } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { RETURN_REASONS } from '../../messages'
import { ReasonBox } from '../../reason/reason-box'
import { lacks } from '../../reason/text'

export type ReturnSheetProps = {
  open: boolean
  rows: readonly QueueRow[]
  busy: boolean
  refusal: string | undefined
  onClose: () => void
  onReturn: (reason: string) => void
}

/** One reason for everybody who is chosen. */
export function ReturnSheet({ open, rows, busy, refusal, onClose, onReturn }: ReturnSheetProps) {
  const [reason, setReason] = useState('')
  const foot = (
    <Foot>
      <Button
        id='return-many'
        kind='primary'
        block
        off={lacks(reason, TEXT.returnReason)}
        busy={busy && '正在退回…'}
        onTap={() => onReturn(reason.trim())}
      >
        退回 {rows.length} 人
      </Button>
    </Foot>
  )
  return (
    <Sheet id='return-sheet' open={open} title={`退回 ${rows.length} 人`} onClose={onClose} foot={foot}>
      <View className='t-note c2'>{rows.map(({ name }) => name).join('、')}</View>
      {refusal ? (
        <Notice kind='fail' className='mt3'>
          {refusal}
        </Notice>
      ) : null}
      <View className='mt4'>
        <ReasonBox
          id='reason'
          label='退回理由，每个人都会看到'
          value={reason}
          onChange={setReason}
          limits={TEXT.returnReason}
          templates={RETURN_REASONS}
        />
      </View>
    </Sheet>
  )
}
