import { View } from '@tarojs/components'
import type { Me } from '#contract/account'
import type { MyCheckIn } from '#contract/checkin'
import { CHECK_IN_FIELDS } from '#domain/fields'
import { FieldOf } from '../../form/field-of'
import { isAsked } from '../../form/fields'
import { HandInConsent } from '../../form/hand-in-consent'
import { IssueNotice } from '../../form/issue-notice'
import { jumpTo, scrollToId } from '../../form/jump'
import { Problem } from '../../form/problem'
import { SavedLine } from '../../form/saved-line'
import { FormSheetProvider } from '../../form/sheet'
import { Under14 } from '../../form/under-14'
import { useEditor } from '../../form/use-editor'
import { valueText } from '../../form/value-text'
import { pointInTime } from '../../lib/time-text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Foot } from '../../ui/foot'
import { Hero } from '../../ui/hero'
import { Icon } from '../../ui/icon'
import { Page } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { replaceBy } from '../../member/routes'
import { Reason } from './reason'
import '../../form/form.css'
import './returned.css'

const titleOf = (count: number) => (count > 0 ? `改 ${count} 处就能再交` : '照下面的话改好再交')

/** The marked fields right here; everything else is kept and can be opened. */
export function Mend({ me, mine }: { me: Me; mine: MyCheckIn }) {
  const editor = useEditor({ me, mine })
  const { form, handIn, draft } = editor
  const { values, shown } = form

  const wrong = shown.map(({ field }) => field)
  const fields = CHECK_IN_FIELDS.filter((field) => mine.markedFields.includes(field) || wrong.includes(field))
  const isKept = (field: (typeof CHECK_IN_FIELDS)[number]) =>
    !fields.includes(field) && isAsked(field, values) && (field === 'idNumber' || valueText(field, values) !== '')
  const kept = CHECK_IN_FIELDS.filter(isKept).length

  const submit = () => {
    const [first] = form.attempt(CHECK_IN_FIELDS)
    if (first) return jumpTo(first.field)
    void handIn.handIn(values)
    if (!handIn.agreed) scrollToId('form-consent')
  }
  const openAll = () => {
    draft.keepNow()
    replaceBy('form')
  }

  if (editor.under14) return <Under14 />
  const foot = (
    <Foot hint={<SavedLine savedAt={draft.savedAt} />}>
      <Button id='returned-submit' kind='primary' busy={handIn.busy && '正在提交…'} onTap={submit}>
        改好了，重新提交
      </Button>
    </Foot>
  )
  const over = (
    <>
      <Tag kind='fail' icon='redo'>
        已退回
      </Tag>
      <View className='c3'>{mine.decidedAt ? pointInTime(new Date(mine.decidedAt), new Date()) : ''}</View>
    </>
  )
  return (
    <FormSheetProvider value={form.sheet}>
      <Page id='returned' foot={foot}>
        <Hero over={over} title={titleOf(mine.markedFields.length)} />
        <Reason mine={mine} />
        <IssueNotice issues={shown} values={values} onOpen={jumpTo} />
        <Problem editor={editor} />
        {fields.length > 0 ? (
          <Card id='returned-fields' className='returned-fields'>
            {fields.map((field) => (
              <FieldOf key={field} field={field} />
            ))}
          </Card>
        ) : null}
        <Card flush>
          <Cell
            id='returned-kept'
            label={
              <View className='row'>
                <Icon name='ok' className='returned-kept' />
                {fields.length > 0 ? `其余 ${kept} 项已保留，不用重填` : `${kept} 项都保留着，打开来改`}
              </View>
            }
            said={`其余 ${kept} 项已保留，打开全部资料`}
            onTap={openAll}
          />
        </Card>
        <HandInConsent editor={editor} />
      </Page>
    </FormSheetProvider>
  )
}
