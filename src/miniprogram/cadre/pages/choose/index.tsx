import { useEffect, useState } from 'react'
import { View } from '@tarojs/components'
import Taro, { useRouter } from '@tarojs/taro'
import type { Me } from '#contract/account'
import { actingOrg, setActingOrg } from '../../../api/session'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { useMe } from '../../../member/use-me'
import { Button } from '../../../ui/button'
import { Foot } from '../../../ui/foot'
import { Hero } from '../../../ui/hero'
import { Notice } from '../../../ui/notice'
import { Page } from '../../../ui/page'
import { CADRE_NEEDS } from '../../messages'
import { MEMBER_HOME, WORKBENCH } from '../../routes'
import { AnswerView } from '../../../api/answer-view'
import { settle } from '../../shell/settle'
import { PostPick } from './post-pick'
import './index.css'

const work = (orgId: string) => {
  setActingOrg(orgId)
  void Taro.reLaunch({ url: WORKBENCH })
}
const asMember = () => void Taro.reLaunch({ url: MEMBER_HOME })

function NoPost() {
  return (
    <Page id='choose'>
      <Hero title='你还没有团干部职务' notes={CADRE_NEEDS} />
      <Button id='as-member' kind='primary' block className='choose-member' onTap={asMember}>
        以团员身份进入
      </Button>
    </Page>
  )
}

function Posts({ me }: { me: Me }) {
  const last = settle(me.posts, { acting: actingOrg() })?.orgId
  const [picked, pick] = useState(last ?? me.posts[0]?.orgId)
  const post = me.posts.find(({ orgId }) => orgId === picked)
  const foot = (
    <Foot>
      <Button id='enter' kind='primary' onTap={() => post && work(post.orgId)}>
        进入 {post?.orgName}
      </Button>
    </Foot>
  )
  return (
    <Page id='choose' foot={foot}>
      <Hero
        title='今天在哪里工作？'
        notes={[`${me.name ? `${me.name}，` : ''}你有 ${me.posts.length} 个职务，之后随时可切换。`]}
      />
      <View className='choose-posts'>
        {me.posts.map((one) => (
          <PostPick
            key={one.orgId}
            post={one}
            last={one.orgId === last}
            on={one.orgId === picked}
            onTap={() => pick(one.orgId)}
          />
        ))}
      </View>
      <Notice className='mt4'>每个组织里能做的事不一样：只有在当运营者的支部，才能审核资料。</Notice>
      <View className='row middle mt3'>
        <Button id='as-member' kind='text' onTap={asMember}>
          以团员身份进入
        </Button>
      </View>
    </Page>
  )
}

/** Where a cadre works today. Who holds one post only goes straight on. */
export default function ChoosePage() {
  const session = useMe()
  usePullToRefresh(session)
  const switching = useRouter().params.switch !== undefined
  const posts = session.value?.me.posts
  const only = posts?.length === 1 && !switching ? posts[0]?.orgId : undefined

  useEffect(() => {
    if (!only) return
    setActingOrg(only)
    void Taro.redirectTo({ url: WORKBENCH })
  }, [only])

  if (!session.value) {
    return (
      <Page id='choose'>
        <AnswerView of={session}>{() => null}</AnswerView>
      </Page>
    )
  }
  if (posts?.length === 0) return <NoPost />
  return only ? <Page id='choose' /> : <Posts me={session.value.me} />
}
