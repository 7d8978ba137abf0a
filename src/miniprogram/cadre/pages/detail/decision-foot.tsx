import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReviewDetail } from '#contract/review'
import { client } from '../../../api/client'
import { useAct } from '../../../api/use-act'
import { sentenceOf } from '../../../messages'
import { Button } from '../../../ui/button'
import { Foot } from '../../../ui/foot'
import { Notice } from '../../../ui/notice'
import { decisionsOn, type Move } from '../../person/moves'
import { reviewChanged } from '../../refresh'
import { leave, openOffline, openReturn } from '../../routes'

const kindOf = (move: Move) => (move === 'main' ? 'primary' : 'plain')

const agree = async (name: string) => {
  const content = '通过后就是本支部的团员，不能撤销。'
  return (await Taro.showModal({ title: `通过 ${name}`, content, confirmText: '通过', cancelText: '再看看' })).confirm
}

/** The decisions that are open now; one that is not is there too, off, with the reason in words. */
export function DecisionFoot({ of }: { of: ReviewDetail }) {
  const { person, version, values } = of
  const approve = useAct(client.review.approve, {
    onDone: () => {
      reviewChanged()
      void Taro.showToast({ title: `已通过 ${values.name}`, icon: 'none' })
      leave()
    },
    // Somebody may have been quicker, or the check has ended: the page has to show what is true now.
    onRefused: reviewChanged,
  })
  const moves = decisionsOn(of, new Date())
  const refusal = approve.refusal && (
    <Notice id='refusal' kind='fail'>
      {sentenceOf(approve.refusal)}
    </Notice>
  )
  if (moves.sendBack === 'hidden') return refusal ? <Foot>{refusal}</Foot> : null

  const ask = async () => {
    if (await agree(values.name)) void approve.act({ person, version })
  }
  return (
    <Foot hint={refusal ?? (moves.why && <View id='why-off'>{moves.why}</View>)}>
      <Button id='send-back' onTap={() => openReturn(person)}>
        退回
      </Button>
      <Button
        id='approve'
        kind={kindOf(moves.approve)}
        off={moves.approve === 'off' && moves.why}
        busy={approve.busy && '正在通过…'}
        onTap={() => void ask()}
      >
        通过
      </Button>
      {moves.approveOffline === 'hidden' ? null : (
        <Button
          id='approve-offline'
          kind={kindOf(moves.approveOffline)}
          off={moves.approveOffline === 'off' && moves.why}
          onTap={() => openOffline(person)}
        >
          线下核验
        </Button>
      )}
    </Foot>
  )
}
