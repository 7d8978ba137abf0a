import { useState } from 'react'
import { askForMessages } from '../../form/ask-for-messages'
import { Button } from '../../ui/button'
import { Cell } from '../../ui/cell'

/** WeChat brings the result; only there, and only once for each yes. */
export function RemindCell({ templates }: { templates: readonly string[] }) {
  const [state, setState] = useState<'open' | 'on' | 'no'>('open')
  if (process.env.TARO_ENV !== 'weapp' || templates.length === 0) {
    return <Cell icon='bell' label='有结果会发到「消息」' note='再打开这里就能看到，不用一直等。' />
  }
  const ask = async () => setState((await askForMessages(templates)) ? 'on' : 'no')
  const button = (
    <Button id='waiting-remind' small fit onTap={() => void ask()}>
      开启
    </Button>
  )
  return (
    <Cell
      icon='bell'
      label='有结果时微信提醒我'
      note={state === 'no' ? '没有开启，结果也会发到「消息」。' : undefined}
      aside={state === 'on' ? '已开启' : button}
    />
  )
}
