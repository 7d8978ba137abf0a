import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Me } from '#contract/account'
import { chooseSize, chooseTheme, type Theme, usePreferences } from '../../lib/preferences'
import { SIZE_NAMES } from '../../lib/text-size'
import { AnswerView } from '../../api/answer-view'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Choices } from '../../ui/choices'
import { Page } from '../../ui/page'
import { MemberTabs } from '../../member/member-tabs'
import { open } from '../../member/routes'
import { useMe } from '../../member/use-me'
import { LogOutSheet } from './log-out-sheet'
import './me.css'

const THEME_NAMES: Record<Theme, string> = { system: '跟随手机', light: '浅色', dark: '深色' }

/** The account, and how the program looks. */
export default function MePage() {
  const me = useMe()
  const { size, theme } = usePreferences()
  return (
    <Page id='me' foot={<MemberTabs active='me' unread={me.value?.me.unread} />}>
      <AnswerView of={me}>{({ me: account }) => <Account me={account} />}</AnswerView>
      <View className='sec'>字号</View>
      <Card flush>
        <Choices id='me-size' label='字号' options={SIZE_NAMES} value={size} onChange={chooseSize} />
      </Card>
      <View className='sec'>外观</View>
      <Card flush>
        <Choices id='me-theme' label='外观' options={THEME_NAMES} value={theme} onChange={chooseTheme} />
      </Card>
      <Card flush>
        <Cell id='me-privacy' icon='lock' label='隐私说明' onTap={() => open('privacy')} />
        <Cell id='me-help' icon='info' label='帮助' onTap={() => open('help')} />
      </Card>
    </Page>
  )
}

function Account({ me }: { me: Me }) {
  const [leaving, setLeaving] = useState(false)
  const approved = me.checkIn?.status === 'approved'
  return (
    <>
      <Card id='me-account'>
        <View className='me-head'>
          <Avatar name={me.name ?? '我'} large />
          <View className='grow'>
            <View className='t-heading'>{me.name ?? '还没有报到'}</View>
            <View className='t-note c2'>{me.phoneMask}</View>
          </View>
          <Button id='me-log-out' small fit onTap={() => setLeaving(true)}>
            退出登录
          </Button>
        </View>
      </Card>
      {approved || me.posts.length > 0 ? (
        <Card flush>
          {approved ? <Cell id='me-profile' icon='doc' label='认证资料' onTap={() => open('profile')} /> : null}
          {approved ? <Cell id='me-looks' icon='eye' label='谁看过我的资料' onTap={() => open('looks')} /> : null}
          {me.posts.length > 0 ? (
            <Cell id='me-cadre' icon='stamp' label='团干部工作台' onTap={() => open('choosePost')} />
          ) : null}
        </Card>
      ) : null}
      <LogOutSheet open={leaving} onClose={() => setLeaving(false)} />
    </>
  )
}
