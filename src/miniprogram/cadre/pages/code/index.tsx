import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { CodeView } from '#contract/org'
import { client } from '../../../api/client'
import { useAct } from '../../../api/use-act'
import { useAsk } from '../../../api/use-ask'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { queries } from '../../../lib/queries'
import { dayInTime } from '../../../lib/time-text'
import { sentenceOf } from '../../../messages'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Picture } from '../../../ui/picture'
import { Notice } from '../../../ui/notice'
import { inGroups, linkTo } from '../../code-text'
import { AnswerView } from '../../../api/answer-view'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import './index.css'

const copy = (data: string) => void Taro.setClipboardData({ data })
const isWeb = process.env.TARO_ENV === 'h5'

const agree = async () => {
  const content = '旧码马上失效，已经发出去的、贴出去的都要换。'
  return (await Taro.showModal({ title: '换一个新码', content, confirmText: '换新码', cancelText: '不换' })).confirm
}

function Poster({ of }: { of: CodeView }) {
  return (
    <Card className='code-card'>
      <View className='t-heading'>{of.branchName}</View>
      {of.image ? (
        <>
          <View className='code-frame'>
            <Picture id='code-image' className='code-image' src={of.image} alt={`${of.branchName}的报到码`} />
          </View>
          <View className='t-note c2'>{isWeb ? '长按图片可以保存。' : '长按图片可以保存，或转发到群里。'}</View>
        </>
      ) : (
        <Notice className='mt3'>图片暂时出不来，先把下面的报到码发给同学，也能报到。</Notice>
      )}
      <View className='t-note c2 mt3'>扫不了码时，在报到页输入：</View>
      <View className='code-text' id='code-text'>
        {inGroups(of.code)}
      </View>
      <Button id='code-copy' small fit className='code-copy' onTap={() => copy(of.code)}>
        复制报到码
      </Button>
    </Card>
  )
}

const useCode = (cadre: Cadre | undefined) => useAsk(client.org.code, {}, { enabled: Boolean(cadre?.post.operator) })
const useCodeFirst = (cadre: Cadre | undefined) => [useCode(cadre)]

function Code({ cadre }: { cadre: Cadre }) {
  const code = useCode(cadre)
  usePullToRefresh(code)
  const renew = useAct(client.org.renewCode, {
    onDone: () => {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === 'org.code' })
      void Taro.showToast({ title: '已换新码，旧码失效', icon: 'none' })
    },
  })
  const change = async () => {
    if (await agree()) void renew.act({})
  }
  return (
    <CadrePage id='code' cadre={cadre} slim dataAt={code.at}>
      <AnswerView of={code}>
        {(value) => (
          <>
            <Poster of={value} />
            <Card flush>
              <Cell label='有效期' value={`到 ${dayInTime(new Date(value.expiresAt), new Date())}`} />
              {isWeb ? (
                <Cell id='code-link' label='网页链接' value='复制' onTap={() => copy(linkTo(value.code))} />
              ) : null}
            </Card>
            <View className='t-note c2 mt3'>发给本支部的同学：扫一扫就到本支部报到，不会填错支部。</View>
            {renew.refusal ? (
              <Notice kind='fail' className='mt3'>
                {sentenceOf(renew.refusal)}
              </Notice>
            ) : null}
            <View className='mt4'>
              <Button id='code-renew' kind='plain' block busy={renew.busy && '正在换…'} onTap={() => void change()}>
                换一个新码
              </Button>
            </View>
          </>
        )}
      </AnswerView>
    </CadrePage>
  )
}

/** The code with which classmates check in to this very branch. */
export default function CodePage() {
  return <CadreGate useFirst={useCodeFirst}>{(cadre) => <Code key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
