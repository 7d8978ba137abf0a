import { useRouter } from '@tarojs/taro'
import { ARRIVAL_KINDS } from '#domain/options'
import { AnswerView } from '../../api/answer-view'
import { chosenBranch } from '../../form/chosen-branch'
import { FormEditor } from '../../form/editor'
import { NoBranch } from '../../form/no-branch'
import { Page } from '../../ui/page'
import { useGate } from '../../member/use-gate'
import { useMe } from '../../member/use-me'
import { useMine } from '../../member/use-mine'

const nothing = () => null

export default function FormPage() {
  const { arrival: given } = useRouter().params
  const arrival = ARRIVAL_KINDS.find((kind) => kind === given)
  const me = useMe()
  const mine = useMine()
  const open = useGate(mine.value?.status, ['draft', 'returned', 'withdrawn'])

  if (!me.value || !mine.value || !open) {
    return (
      <Page white>
        {me.value ? <AnswerView of={mine}>{nothing}</AnswerView> : <AnswerView of={me}>{nothing}</AnswerView>}
      </Page>
    )
  }
  const branchName = chosenBranch.read()?.name ?? mine.value.branch?.name
  if (!branchName) return <NoBranch />
  return (
    <FormEditor key={mine.value.version} me={me.value.me} mine={mine.value} arrival={arrival} branchName={branchName} />
  )
}
