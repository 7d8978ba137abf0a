import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/empty'
import { Watermark } from '../../../ui/watermark'
import { HistoryCard } from '../../person/history-card'
import { viewerMark } from '../../person/viewer-mark'
import { openDetail } from '../../routes'
import { AnswerView } from '../../../api/answer-view'
import { useDetail, useDetailFirst } from '../../person/use-detail'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { ChangeFoot } from './change-foot'
import { ChangeHead } from './change-head'
import { ChangeRows } from './change-rows'

function Change({ cadre }: { cadre: Cadre }) {
  const { person = '' } = useRouter().params
  const detail = useDetail(cadre)
  usePullToRefresh(detail)
  const value = detail.value
  const { change } = value ?? {}
  return (
    <CadrePage
      id='change'
      cadre={cadre}
      slim
      dataAt={detail.at}
      foot={value && change?.status === 'pending' ? <ChangeFoot of={value} change={change} /> : undefined}
    >
      <AnswerView of={detail}>
        {(value) =>
          value.change ? (
            <>
              <ChangeHead name={value.values.name} change={value.change} own={value.own} />
              <ChangeRows rows={value.change.rows} />
              <HistoryCard of={value} />
              <Watermark text={viewerMark(cadre.me.name ?? cadre.me.phoneMask, new Date())} />
            </>
          ) : (
            <Card>
              <Empty
                title='没有要改的'
                note='可能本人已经撤回了。'
                action={{ id: 'see-all', text: '看他的资料', onTap: () => openDetail(person) }}
              />
            </Card>
          )
        }
      </AnswerView>
      <View className='mt4' />
    </CadrePage>
  )
}

/** A member's wish to change their data: before, after, and the decision. */
export default function CadreChangePage() {
  return <CadreGate useFirst={useDetailFirst}>{(cadre) => <Change key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
