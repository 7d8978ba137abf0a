import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import type { REVEAL_PURPOSES } from '#contract/review'
import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Choices } from '../../ui/choices'
import { Foot } from '../../ui/foot'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { TextField } from '../../ui/text-field'
import { REVEAL_PURPOSE_LABELS } from '../messages'
import { grouped } from './number'
import './reveal-sheet.css'

type Purpose = (typeof REVEAL_PURPOSES)[number]

/** How long a number stays on the screen. */
export const SHOWN_SECONDS = 30

function Shown({ idNumber, onHide }: { idNumber: string; onHide: () => void }) {
  useEffect(() => {
    const timer = setTimeout(onHide, SHOWN_SECONDS * 1000)
    return () => clearTimeout(timer)
  }, [onHide])
  return (
    <>
      <View className='reveal-number' id='reveal-number'>
        {grouped(idNumber)}
      </View>
      <View className='t-note c2'>{SHOWN_SECONDS} 秒后自动遮住。请不要截图、转发。</View>
    </>
  )
}

/** The whole number, for a purpose, with a record of it. */
export function RevealSheet({ person, open, onClose }: { person: string; open: boolean; onClose: () => void }) {
  const [purpose, setPurpose] = useState<Purpose>()
  const [note, setNote] = useState('')
  const [idNumber, setIdNumber] = useState<string>()
  const reveal = useAct(client.review.reveal, { onDone: ({ idNumber }) => setIdNumber(idNumber) })
  const [hide] = useState(() => () => setIdNumber(undefined))

  const close = () => (hide(), onClose())
  const missing = purpose === 'other' && !note.trim() ? '请写明用途' : !purpose && '请先选用途'
  const show = () => purpose && void reveal.act({ person, purpose, ...(note.trim() && { note: note.trim() }) })
  const foot = (
    <Foot>
      {idNumber ? (
        <Button id='reveal-hide' kind='primary' block onTap={close}>
          看好了，遮住
        </Button>
      ) : (
        <Button id='reveal-show' kind='primary' block off={missing} busy={reveal.busy && '正在查看…'} onTap={show}>
          查看，并记录这一次
        </Button>
      )}
    </Foot>
  )
  return (
    <Sheet id='reveal' open={open} title='查看完整证件号码' onClose={close} foot={foot}>
      {idNumber ? (
        <Shown idNumber={idNumber} onHide={hide} />
      ) : (
        <>
          <View className='t-note c2'>谁、什么时候、为什么看，都会记录，本人也能看到。</View>
          {reveal.refusal ? (
            <Notice kind='fail' className='mt3'>
              {sentenceOf(reveal.refusal)}
            </Notice>
          ) : null}
          <View className='mt2'>
            <Choices
              id='reveal-purpose'
              label='用途'
              options={REVEAL_PURPOSE_LABELS}
              value={purpose}
              onChange={setPurpose}
            />
          </View>
          {purpose === 'other' ? (
            <TextField id='reveal-note' label='用途说明' required value={note} onChange={setNote} maxLength={100} />
          ) : null}
        </>
      )}
    </Sheet>
  )
}
