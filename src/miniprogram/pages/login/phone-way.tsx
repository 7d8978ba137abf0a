import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { CodeField } from './code-field'
import type { LogIn, Way } from './use-log-in'
import type { PhoneForm } from './use-phone-form'

type Props = { way: Exclude<Way, 'wechat'>; form: PhoneForm; logIn: LogIn; consent: ReactNode }

const WORDS = { code: '登录', password: '登录', register: '注册并登录' }

/** Phone and code, phone and password, or all three of them for a new account with a password. */
export function PhoneWay({ way, form, logIn, consent }: Props) {
  const { values, errors, set } = form
  const go = logIn[way]
  return (
    <>
      <TextField
        id='login-phone'
        label='手机号'
        type='number'
        maxLength={20}
        placeholder='11 位手机号'
        value={values.phone}
        error={errors.phone}
        onChange={set('phone')}
      />
      {way === 'password' ? null : (
        <CodeField
          phone={form.phone}
          purpose={way === 'register' ? 'register' : 'logIn'}
          value={values.code}
          error={errors.code}
          onChange={set('code')}
          onConfirm={go}
          onAsk={() => form.check()}
        />
      )}
      {way === 'code' ? null : (
        <TextField
          id='login-password'
          label={way === 'register' ? '设置密码' : '密码'}
          password
          maxLength={64}
          value={values.password}
          error={errors.password}
          tip={way === 'register' ? '8 位以上，不用大小写混排，好记又不常见就行。' : undefined}
          confirmType='done'
          onChange={set('password')}
          onConfirm={go}
        />
      )}
      <View className='login-buttons'>
        {consent}
        <Button id='login-submit' kind='primary' busy={logIn.busy && '正在登录…'} onTap={go}>
          {WORDS[way]}
        </Button>
      </View>
    </>
  )
}
