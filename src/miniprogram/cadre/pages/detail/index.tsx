import { useState } from 'react'
import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Hints } from '../../../ui/hints'
import { Watermark } from '../../../ui/watermark'
import { FactsCard } from '../../person/facts-card'
import { PersonHead } from '../../person/head'
import { hintWords } from '../../person/hints'
import { HistoryCard } from '../../person/history-card'
import { RecordedPhotos } from '../../person/recorded-photos'
import { RevealSheet } from '../../person/reveal-sheet'
import { viewerMark } from '../../person/viewer-mark'
import { openChange } from '../../routes'
import { AnswerView } from '../../../api/answer-view'
import { useDetail, useDetailFirst } from '../../person/use-detail'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { DecisionFoot } from './decision-foot'
import { Situation } from './situation'

function Detail({ cadre }: { cadre: Cadre }) {
  const { person = '' } = useRouter().params
  const { me, post } = cadre
  const detail = useDetail(cadre)
  const [revealing, setRevealing] = useState(false)
  usePullToRefresh(detail)
  return (
    <CadrePage
      id='detail'
      cadre={cadre}
      slim
      dataAt={detail.at}
      foot={detail.value ? <DecisionFoot of={detail.value} /> : undefined}
    >
      <AnswerView of={detail}>
        {(value) => (
          <>
            <PersonHead of={value} />
            <Situation of={value} orgName={post.orgName} />
            {value.change?.status === 'pending' ? (
              <Card flush>
                <Cell id='open-change' label='有一份资料修改等你审' onTap={() => openChange(person)} />
              </Card>
            ) : null}
            <Card title='核对提示'>
              <Hints id='hints' hints={hintWords(value.hints, new Date())} />
            </Card>
            <FactsCard of={value} onReveal={() => setRevealing(true)} />
            <View className='t-cap c3 mt2'>查看完整证件号会记入操作记录。</View>
            <RecordedPhotos person={person} of='letter' count={value.letterPhotoCount} />
            <RecordedPhotos person={person} of='proof' count={value.photoCount} />
            <HistoryCard of={value} />
            <Watermark text={viewerMark(me.name ?? me.phoneMask, new Date())} />
          </>
        )}
      </AnswerView>
      <RevealSheet person={person} open={revealing} onClose={() => setRevealing(false)} />
    </CadrePage>
  )
}

/** Everything about one check-in, and the decision on it. */
export default function DetailPage() {
  return <CadreGate useFirst={useDetailFirst}>{(cadre) => <Detail key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
