import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { ErrorState } from '../../ui/error-state'
import { Foot } from '../../ui/foot'
import { Sheet } from '../../ui/sheet'
import { Skeleton } from '../../ui/skeleton'
import { TextArea } from '../../ui/text-area'
import { Watermark } from '../../ui/watermark'
import { nothing } from './nothing'

export function StatesShown() {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <>
      <Skeleton shape='rows' count={2} />
      <Card>
        <Empty title='都审完了' note='还有 7 位同学没来报到。' action={{ text: '发报到码给他们', onTap: nothing }} />
      </Card>
      <Card>
        <ErrorState
          title='没能提交，资料都还在'
          note='服务器太忙。再试一次不会重复提交。'
          code='BUSY-7K2M'
          onRetry={nothing}
        />
      </Card>
      <View className='mt3'>
        <Button id='open-sheet' block onTap={() => setOpen(true)}>
          打开
        </Button>
      </View>
      <Watermark text='林晓禾 0914' />
      <Sheet
        id='sheet'
        open={open}
        title='线下核验 何一舟'
        onClose={() => setOpen(false)}
        foot={
          <Foot>
            <Button kind='primary'>核验无误，通过报到</Button>
          </Foot>
        }
      >
        <View className='c2'>见到本人和证件原件、资料无误时用。确认后即报到成功，实名变为「线下通过」。</View>
        <TextArea id='reason' label='核验说明' required maxLength={249} value={reason} onChange={setReason} />
      </Sheet>
    </>
  )
}
