import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import { AnswerView } from '../../api/answer-view'
import { client } from '../../api/client'
import { useAsk } from '../../api/use-ask'
import { Page } from '../../ui/page'
import { readParam } from '../../member/routes'
import { BranchFound } from './branch-found'
import { CodeDead } from './code-dead'
import { CodeEntry } from './code-entry'
import { tokenIn } from './token-in'

/** Opened by a scanned code, or to type one. */
export default function BranchPage() {
  const { scene, code: given } = useRouter().params
  const [code, setCode] = useState(() => tokenIn(readParam(scene ?? given)))
  const branch = useAsk(client.checkin.openCode, { code: code ?? '' }, { enabled: code !== undefined })
  const again = () => setCode(undefined)

  if (code === undefined) return <CodeEntry onCode={setCode} />
  if (branch.value) return <BranchFound branch={branch.value} code={code} onAgain={again} />
  return (
    <Page white>
      <AnswerView of={branch} refused={(refusal) => <CodeDead refusal={refusal} onAgain={again} />}>
        {() => null}
      </AnswerView>
    </Page>
  )
}
