import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReviewDetail } from '#contract/review'
import { PHOTOS, TEXT } from '#domain/limits'
import { client } from '../../../api/client'
import { useAct } from '../../../api/use-act'
import { sentenceOf } from '../../../messages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Foot } from '../../../ui/foot'
import { Notice } from '../../../ui/notice'
import { PhotoGrid } from '../../../ui/photo-grid'
import { OFFLINE_EXPLANATIONS } from '../../messages'
import { PersonHead } from '../../person/head'
import { offlineLacks } from '../../photos/ready'
import { useProofPhotos } from '../../photos/use-proof-photos'
import { ReasonBox } from '../../reason/reason-box'
import { asText, useKept } from '../../reason/use-kept'
import { reviewChanged } from '../../refresh'
import { leaveDetail } from '../../routes'
import { AnswerView } from '../../../api/answer-view'
import { useDetail, useDetailFirst } from '../../person/use-detail'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { Confirmation } from './confirmation'

const { min, max } = PHOTOS.proofCount

function OfflineForm({ cadre, of }: { cadre: Cadre; of: ReviewDetail }) {
  const { person, version, values, status } = of
  const kept = useKept(`offline.${person}`, asText, '')
  const proof = useProofPhotos(person)
  const [confirmed, setConfirmed] = useState(false)
  const pass = useAct(client.review.approveOffline, {
    onDone: () => {
      kept.forget()
      reviewChanged()
      void Taro.showToast({ title: `已通过 ${values.name}`, icon: 'none' })
      leaveDetail()
    },
    onRefused: ({ code }) => {
      if (code === 'PHOTO_GONE') proof.clear()
      reviewChanged()
    },
  })
  const { photos, tickets, failure } = proof
  const decided = status === 'pending' ? undefined : '已经不在待审核里了'
  const lacking = offlineLacks({
    explanation: kept.value,
    photos: tickets.length,
    waiting: proof.waiting,
    failed: proof.failed,
    confirmed,
  })
  const send = () =>
    void pass.act({ person, version, explanation: kept.value.trim(), photos: tickets, confirmed: true })
  const foot = (
    <Foot>
      <Button
        id='offline-send'
        kind='primary'
        block
        off={decided ?? lacking}
        busy={pass.busy && '正在通过…'}
        onTap={send}
      >
        核验无误，通过报到
      </Button>
    </Foot>
  )
  return (
    <CadrePage id='offline-page' cadre={cadre} slim foot={foot}>
      <PersonHead of={of} />
      <View className='t-note c2 mt3'>见到本人和证件原件、资料无误时用。确认后即报到成功，实名变为「线下通过」。</View>
      {pass.refusal ? (
        <Notice id='refusal' kind='fail' className='mt3'>
          {sentenceOf(pass.refusal)}
        </Notice>
      ) : null}
      <Card>
        <ReasonBox
          id='explanation'
          label='核验说明'
          value={kept.value}
          onChange={kept.set}
          limits={TEXT.explanation}
          templates={OFFLINE_EXPLANATIONS}
          placeholder='在哪里、核对了什么'
        />
      </Card>
      <Card>
        <Field
          id='proof'
          label='照片证明'
          required
          error={failure}
          tip='只有本支部审核人能看，办结 90 天后删除。'
          aside={photos.length ? `${photos.length} 张，最多 ${max} 张` : `${min} 到 ${max} 张`}
        >
          <PhotoGrid
            id='proof'
            photos={photos}
            max={max}
            onAdd={proof.add}
            onRemove={proof.remove}
            onRetry={proof.retry}
            onOpen={proof.open}
          />
        </Field>
      </Card>
      <Confirmation on={confirmed} onToggle={() => setConfirmed(!confirmed)} />
    </CadrePage>
  )
}

function Offline({ cadre }: { cadre: Cadre }) {
  const detail = useDetail(cadre)
  if (detail.value) return <OfflineForm cadre={cadre} of={detail.value} />
  return (
    <CadrePage id='offline-page' cadre={cadre} slim>
      <AnswerView of={detail}>{() => null}</AnswerView>
    </CadrePage>
  )
}

/** Lets somebody in who was verified in person: an explanation, photos, and the word of the reviewer. */
export default function OfflinePage() {
  return <CadreGate useFirst={useDetailFirst}>{(cadre) => <Offline key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
