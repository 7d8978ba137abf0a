import { useEffect } from 'react'
import Taro, { useDidShow, useRouter } from '@tarojs/taro'
import type { Me, PostView } from '#contract/account'
import { setActingOrg, useActingOrg } from '../../api/session'
import { CHOOSE } from '../routes'
import { settle } from './settle'

export type Cadre = { me: Me; post: PostView }

/** Who works here, and in which of their organisations; whoever has to choose one is led there. */
export function useCadre(me: Me | undefined): Cadre | undefined {
  const link = useRouter().params.org
  const acting = useActingOrg()
  const post = me && settle(me.posts, { link, acting })
  const orgId = post?.orgId
  const entered = me !== undefined

  useEffect(() => {
    if (!entered) return
    if (orgId) setActingOrg(orgId)
    else void Taro.redirectTo({ url: CHOOSE })
  }, [entered, orgId])
  // Another page may have switched in the meantime: whoever comes back to a link comes back to its organisation.
  useDidShow(() => {
    if (orgId) setActingOrg(orgId)
  })

  return me && post && orgId === acting ? { me, post } : undefined
}
