import type { ReactNode } from 'react'
import Taro from '@tarojs/taro'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { OrgSwitcher } from '../../ui/org-switcher'
import { Page } from '../../ui/page'
import { ONLY_OPERATORS } from '../messages'
import { CHOOSE, MEMBER_HOME } from '../routes'
import type { Cadre } from './gate'
import { postText } from './settle'

export type CadrePageProps = {
  id: string
  cadre: Cadre
  slim?: boolean
  flush?: boolean
  /** Below the organisation, from edge to edge. */
  head?: ReactNode
  foot?: ReactNode
  dataAt?: Date | undefined
  /** What ordinary cadres may see too. */
  everyCadre?: boolean
  children: ReactNode
}

const switchOrg = () => void Taro.navigateTo({ url: `${CHOOSE}?switch=1` })
const asMember = () => void Taro.reLaunch({ url: MEMBER_HOME })

function OperatorsOnly() {
  return (
    <Card>
      <Empty
        id='operators-only'
        title='这里由运营者办理'
        note={ONLY_OPERATORS}
        action={{ id: 'as-member', text: '以团员身份进入', onTap: asMember }}
      />
    </Card>
  )
}

/** A page of a cadre: the organisation on top, on every page the same, then what belongs to it. */
export function CadrePage({
  id,
  cadre,
  slim = false,
  head,
  foot,
  everyCadre = false,
  children,
  ...page
}: CadrePageProps) {
  const { me, post } = cadre
  const several = me.posts.length > 1
  const switcher = (
    <OrgSwitcher name={post.orgName} post={postText(post)} slim={slim} onSwitch={several ? switchOrg : undefined} />
  )
  if (!post.operator && !everyCadre) {
    return (
      <Page id={id} head={switcher}>
        <OperatorsOnly />
      </Page>
    )
  }
  return (
    <Page
      id={id}
      {...page}
      head={
        <>
          {switcher}
          {head}
        </>
      }
      foot={foot}
    >
      {children}
    </Page>
  )
}
