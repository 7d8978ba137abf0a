import { type ReactNode, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Notice } from '../../ui/notice'
import type { LogIn } from './use-log-in'

type Props = { logIn: LogIn; consent: ReactNode; onOther: () => void }

/** One tap: WeChat hands over the phone number. Without the consent the tap only says what is missing. */
export function WeChatWay({ logIn, consent, onOther }: Props) {
  const [declined, setDeclined] = useState(false)
  const native = logIn.agreed
    ? {
        openType: 'getPhoneNumber' as const,
        onGetPhoneNumber: ({ detail }: { detail: { code?: string } }) => {
          setDeclined(!detail.code)
          if (detail.code) logIn.wechat(detail.code)
        },
      }
    : { onTap: logIn.askConsent }
  return (
    <View className='login-buttons'>
      {consent}
      {declined ? <Notice id='login-declined'>没有拿到手机号也没关系，用短信验证码一样能登录。</Notice> : null}
      <Button id='login-wechat' kind='primary' busy={logIn.busy && '正在登录…'} {...native}>
        微信手机号一键登录
      </Button>
      <Button id='login-other' kind='text' onTap={onOther}>
        用短信验证码登录
      </Button>
    </View>
  )
}
