import { useState } from 'react'
import { View } from '@tarojs/components'
import type { MyCheckIn } from '#contract/checkin'
import type { FiledValues } from '#contract/form-values'
import { dayOf } from '#domain/calendar'
import { labelOf } from '#domain/fields'
import { FieldOf } from '../../form/field-of'
import { IssueNotice } from '../../form/issue-notice'
import { jumpTo } from '../../form/jump'
import { FormSheetProvider } from '../../form/sheet'
import { factsOf } from '../../form/start-values'
import { useFormSheet } from '../../form/use-form-sheet'
import { valueText } from '../../form/value-text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Foot } from '../../ui/foot'
import { Page } from '../../ui/page'
import { ConfirmSheet } from './confirm-sheet'
import { OpenChange } from './open-change'
import { changedFields, fieldsOf, judgeChange } from './wanted'
import '../../form/form.css'
import './change.css'

const FREE = fieldsOf('free')
const REVIEW = fieldsOf('review')
const LOCKED = fieldsOf('locked')

type Props = { mine: MyCheckIn; values: FiledValues }

/** The data by edit class. What waits for the branch cannot be changed a second time meanwhile. */
export function ChangeForm({ mine, values: filed }: Props) {
  const { idMask: _idMask, mobileMask: _mobileMask, ...start } = filed
  const today = dayOf(new Date())
  const form = useFormSheet({ start, facts: factsOf(mine, today, true), judge: judgeChange(filed, today) })
  const [confirming, setConfirming] = useState(false)
  const waiting = mine.change?.status === 'pending'
  const editable = waiting ? FREE : [...REVIEW, ...FREE]
  const changed = changedFields(filed, form.values, editable)

  const go = () => {
    const [first] = form.attempt(editable)
    if (first) jumpTo(first.field)
    else setConfirming(true)
  }
  const foot = (
    <Foot>
      <Button id='change-submit' kind='primary' block off={changed.length === 0 && '还没有改动'} onTap={go}>
        {changed.length > 0 ? `看看改的 ${changed.length} 处` : '看看改了什么'}
      </Button>
    </Foot>
  )
  return (
    <FormSheetProvider value={form.sheet}>
      <Page id='change' foot={foot}>
        <IssueNotice issues={form.shown} values={form.values} onOpen={jumpTo} />
        <OpenChange mine={mine} />
        {waiting ? null : (
          <Card id='change-review' title='改了要支部审核'>
            <View className='change-note'>支部同意以前，还用原来的。</View>
            {REVIEW.map((field) => (
              <FieldOf key={field} field={field} />
            ))}
          </Card>
        )}
        <Card id='change-free' title='改了马上生效'>
          {FREE.map((field) => (
            <FieldOf key={field} field={field} />
          ))}
        </Card>
        <Card id='change-locked' flush title='不能自己改'>
          {LOCKED.map((field) => {
            const text = valueText(field, filed)
            return text ? <Cell key={field} id={`change-locked-${field}`} label={labelOf(field)} value={text} /> : null
          })}
          <View className='change-note change-why'>这几项和实名校验绑在一起。写错了请带证件找团支书更正。</View>
        </Card>
        <ConfirmSheet
          open={confirming}
          filed={filed}
          values={form.values}
          changed={changed}
          onClose={() => setConfirming(false)}
          onTaken={() => form.blame('memberNumber', '这个团员编号有人用了，请照团员证核对。')}
        />
      </Page>
    </FormSheetProvider>
  )
}
