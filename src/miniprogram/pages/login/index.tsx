import { useState } from 'react'
import { View } from '@tarojs/components'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Hero } from '../../ui/hero'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { Tabs } from '../../ui/tabs'
import { open } from '../../member/routes'
import { PhoneWay } from './phone-way'
import { PrivacyConsent } from './privacy-consent'
import { useLogIn, type Way } from './use-log-in'
import { usePhoneForm } from './use-phone-form'
import { WeChatWay } from './wechat-way'
import './login.css'

const HEADS: Record<Way, { title: string; notes: string[] }> = {
  wechat: { title: '登录后开始', notes: ['填的资料跟着你的手机号，换手机也在。'] },
  code: { title: '登录后开始', notes: ['没有账号会自动建一个。'] },
  password: { title: '用密码登录', notes: ['忘了密码就用验证码登录。'] },
  register: { title: '设置密码注册', notes: ['以后用手机号和密码就能登录。'] },
}
const WAYS = [
  { key: 'code', label: '验证码登录' },
  { key: 'password', label: '密码登录' },
] as const
const FIRST: Way = process.env.TARO_ENV === 'weapp' ? 'wechat' : 'code'

export default function LoginPage() {
  const [way, setWay] = useState<Way>(FIRST)
  const form = usePhoneForm()
  const logIn = useLogIn(form)

  const consent = <PrivacyConsent on={logIn.agreed} missing={logIn.missing} onChange={logIn.setAgreed} />
  return (
    <Page id='login' white>
      <Hero {...HEADS[way]} />
      {way === 'code' || way === 'password' ? (
        <View className='login-tabs'>
          <Tabs id='login-way' label='登录方式' entries={WAYS} active={way} onChange={setWay} />
        </View>
      ) : null}
      {logIn.refusal ? (
        <Notice id='login-refusal' kind='fail' className='mt3'>
          {sentenceOf(logIn.refusal)}
        </Notice>
      ) : null}
      {way === 'wechat' ? (
        <WeChatWay logIn={logIn} consent={consent} onOther={() => setWay('code')} />
      ) : (
        <PhoneWay way={way} form={form} logIn={logIn} consent={consent} />
      )}
      <View className='login-more'>
        {way === 'register' ? (
          <Button id='login-way-back' kind='text' onTap={() => setWay('code')}>
            已有账号，去登录
          </Button>
        ) : (
          <Button id='login-register' kind='text' onTap={() => setWay('register')}>
            设置密码注册
          </Button>
        )}
        <Button id='login-help' kind='text' onTap={() => open('help')}>
          登录不了
        </Button>
      </View>
    </Page>
  )
}
