import { type ReactNode, useEffect } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import type { Me, PostView } from '#contract/account'
import { client } from '../../api/client'
import { setActingOrg, useActingOrg } from '../../api/session'
import { useAsk } from '../../api/use-ask'
import { Page } from '../../ui/page'
import { CHOOSE } from '../routes'
import { AnswerView } from '../../api/answer-view'
import { settle } from './settle'

export type Cadre = { me: Me; post: PostView }

function Settled({ me, children }: { me: Me; children: (cadre: Cadre) => ReactNode }) {
  const link = useRouter().params.org
  const acting = useActingOrg()
  const post = settle(me.posts, { link, acting })
  const orgId = post?.orgId

  useEffect(() => {
    if (orgId) setActingOrg(orgId)
    else void Taro.redirectTo({ url: CHOOSE })
  }, [orgId])
  // Another page may have switched in the meantime: whoever comes back to a link comes back to its organisation.
  useDidShow(() => {
    if (orgId) setActingOrg(orgId)
  })

  if (!post || orgId !== acting) return null
  return <>{children({ me, post })}</>
}

/** Lets in who holds a post, in one organisation: what stands inside may ask on its behalf. */
export function CadreGate({ children }: { children: (cadre: Cadre) => ReactNode }) {
  const session = useAsk(client.account.session, {})
  if (!session.value) {
    return (
      <Page>
        <AnswerView of={session}>{() => null}</AnswerView>
      </Page>
    )
  }
  return <Settled me={session.value.me}>{children}</Settled>
}
