import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReviewDetail } from '#contract/review'
import type { CheckInField } from '#domain/check-in-values'
import { isCheckInField } from '#domain/fields'
import { TEXT } from '#domain/limits'
import { client } from '../../../api/client'
import { useAct } from '../../../api/use-act'
import { sentenceOf } from '../../../messages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Foot } from '../../../ui/foot'
import { Notice } from '../../../ui/notice'
import { PersonHead } from '../../person/head'
import { markableOf } from '../../person/markable'
import { RETURN_REASONS } from '../../messages'
import { ReasonBox } from '../../reason/reason-box'
import { lacks } from '../../reason/text'
import { useKept } from '../../reason/use-kept'
import { reviewChanged } from '../../refresh'
import { leaveDetail } from '../../routes'
import { AnswerView } from '../../../api/answer-view'
import { useDetail, useDetailFirst } from '../../person/use-detail'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { MarkList } from './mark-list'

type Draft = { reason: string; marked: CheckInField[] }

const EMPTY: Draft = { reason: '', marked: [] }
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const asDraft = (value: unknown): Draft | undefined => {
  if (!isRecord(value) || typeof value.reason !== 'string' || !Array.isArray(value.marked)) return undefined
  return { reason: value.reason, marked: value.marked.map(String).filter(isCheckInField) }
}

function ReturnForm({ cadre, of }: { cadre: Cadre; of: ReviewDetail }) {
  const { person, version, values } = of
  const draft = useKept(`return.${person}`, asDraft, EMPTY)
  const { reason, marked } = draft.value
  const send = useAct(client.review.sendBack, {
    onDone: () => {
      draft.forget()
      reviewChanged()
      void Taro.showToast({ title: `已退回给 ${values.name}`, icon: 'none' })
      leaveDetail()
    },
    onRefused: reviewChanged,
  })
  const toggle = (field: CheckInField) => {
    const next = marked.includes(field) ? marked.filter((one) => one !== field) : [...marked, field]
    draft.set({ reason, marked: next })
  }
  const decided = of.status === 'pending' ? undefined : '已经不在待审核里了'
  const foot = (
    <Foot>
      <Button
        id='return-send'
        kind='primary'
        block
        off={decided ?? lacks(reason, TEXT.returnReason)}
        busy={send.busy && '正在退回…'}
        onTap={() => void send.act({ person, version, reason: reason.trim(), markedFields: marked })}
      >
        退回给 {values.name}
      </Button>
    </Foot>
  )
  return (
    <CadrePage id='return' cadre={cadre} slim foot={foot}>
      <PersonHead of={of} />
      {send.refusal ? (
        <Notice id='refusal' kind='fail' className='mt3'>
          {sentenceOf(send.refusal)}
        </Notice>
      ) : null}
      <Card>
        <ReasonBox
          id='reason'
          label='退回理由，会原样发给本人'
          value={reason}
          onChange={(text) => draft.set({ reason: text, marked })}
          limits={TEXT.returnReason}
          templates={RETURN_REASONS}
          placeholder='哪里不对，怎么改'
        />
      </Card>
      <View className='t-strong mt5'>
        {marked.length ? `请他改这 ${marked.length} 项` : '点一下要改的地方（选填）'}
      </View>
      <View className='t-note c2'>其余的都会留着，不用重填。</View>
      {markableOf(values).map(({ title, fields }) => (
        <MarkList key={title} title={title} fields={fields} marked={marked} onToggle={toggle} />
      ))}
    </CadrePage>
  )
}

function Return({ cadre }: { cadre: Cadre }) {
  const detail = useDetail(cadre)
  if (detail.value) return <ReturnForm cadre={cadre} of={detail.value} />
  return (
    <CadrePage id='return' cadre={cadre} slim>
      <AnswerView of={detail}>{() => null}</AnswerView>
    </CadrePage>
  )
}

/** Gives a check-in back, with the reason and the fields to look at again. */
export default function ReturnPage() {
  return <CadreGate useFirst={useDetailFirst}>{(cadre) => <Return key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
