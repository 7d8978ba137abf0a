import { type ReactNode, useEffect, useState } from 'react'
import { AnswerView } from '../../api/answer-view'
import { useMe } from '../../member/use-me'
import { Page } from '../../ui/page'
import { type Cadre, useCadre } from './use-cadre'

export type { Cadre }

export type CadreGateProps = {
  /** A hook that asks what the page shows first: it is painted once, with its answers. Nobody has come in yet without a cadre. */
  useFirst?: (cadre: Cadre | undefined) => readonly { loading: boolean }[]
  children: (cadre: Cadre) => ReactNode
}

const useNothing = () => []
const nothing = () => null
const COMING = { value: undefined, refusal: undefined, retry: () => Promise.resolve() }

/** Lets in who holds a post, in one organisation: what stands inside may ask on its behalf. */
export function CadreGate({ useFirst = useNothing, children }: CadreGateProps) {
  const session = useMe()
  const cadre = useCadre(session.value?.me)
  const [opened, open] = useState(false)
  const waits = useFirst(opened ? undefined : cadre).some(({ loading }) => loading)
  const ready = cadre !== undefined && !waits
  useEffect(() => {
    if (ready) open(true)
  }, [ready])

  if (ready) return <>{children(cadre)}</>
  return (
    <Page>
      <AnswerView of={session.value ? COMING : session}>{nothing}</AnswerView>
    </Page>
  )
}
