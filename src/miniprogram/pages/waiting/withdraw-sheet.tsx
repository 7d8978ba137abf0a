import { useState } from 'react'
import { View } from '@tarojs/components'
import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { queries } from '../../lib/queries'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Foot } from '../../ui/foot'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { restartAt } from '../../member/routes'

const WORD = '撤回'

type Props = { open: boolean; version: number; onClose: () => void }

/** Typed, so that nobody withdraws by a slip of the thumb. */
export function WithdrawSheet({ open, version, onClose }: Props) {
  const [typed, setTyped] = useState('')
  const withdraw = useAct(client.checkin.withdraw, {
    onDone: () => {
      queries.removeQueries()
      restartAt('form')
    },
    onRefused: ({ code }) => {
      if (code === 'STALE') void queries.invalidateQueries()
    },
  })
  const ready = typed.trim() === WORD
  const foot = (
    <Foot>
      <Button
        id='waiting-withdraw-confirm'
        kind='fail'
        off={!ready && '先输入「撤回」两个字'}
        block
        busy={withdraw.busy && '正在撤回…'}
        onTap={() => void withdraw.act({ version, confirmation: WORD })}
      >
        撤回，重新填
      </Button>
    </Foot>
  )
  return (
    <Sheet id='waiting-withdraw-sheet' open={open} title='撤回这份资料' onClose={onClose} foot={foot}>
      <View className='c2'>撤回后支部就看不到了，要改好再交一次，重新排队。填过的都会保留。</View>
      <TextField
        id='waiting-withdraw-word'
        label='输入「撤回」确认'
        value={typed}
        error={withdraw.refusal && sentenceOf(withdraw.refusal)}
        maxLength={10}
        confirmType='done'
        onChange={setTyped}
      />
    </Sheet>
  )
}
