import { AnswerView } from '../../api/answer-view'
import { Page } from '../../ui/page'
import { useGate } from '../../member/use-gate'
import { useMine } from '../../member/use-mine'
import { ChangeForm } from './change-form'

const nothing = () => null

/** Changing data after approval. */
export default function ChangePage() {
  const mine = useMine()
  const allowed = useGate(mine.value?.status, ['approved'])
  const { value } = mine

  if (value?.values && allowed) {
    const version = value.change ? `${value.change.version}-${value.change.status}` : 'none'
    return <ChangeForm key={version} mine={value} values={value.values} />
  }
  return (
    <Page id='change-wait'>
      <AnswerView of={mine}>{nothing}</AnswerView>
    </Page>
  )
}
