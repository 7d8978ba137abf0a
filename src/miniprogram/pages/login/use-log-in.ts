import { useState } from 'react'
import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { PRIVACY, useEnter } from './use-enter'
import type { PhoneForm } from './use-phone-form'

export type Way = 'wechat' | 'code' | 'password' | 'register'

/** The ways in. Each of them wants the consent first. */
export function useLogIn(form: PhoneForm) {
  const enter = useEnter()
  const [agreed, setAgreed] = useState(false)
  const [missing, setMissing] = useState(false)
  const [refusal, setRefusal] = useState<Refused<Refusal>>()
  const listeners = {
    onDone: enter,
    onRefused: (refused: Refused<Refusal>) => setRefusal(form.blame(refused) ? undefined : refused),
  }
  const byWeChat = useAct(client.account.enterByWeChatPhone, listeners)
  const byCode = useAct(client.account.logInByCode, listeners)
  const byPassword = useAct(client.account.logInByPassword, listeners)
  const register = useAct(client.account.register, listeners)

  const ready = (filled: boolean) => {
    setRefusal(undefined)
    setMissing(!agreed)
    return filled && agreed
  }
  const { phone, values } = form
  return {
    agreed,
    setAgreed: (on: boolean) => (setAgreed(on), setMissing(false)),
    missing,
    askConsent: () => setMissing(true),
    refusal,
    busy: byWeChat.busy || byCode.busy || byPassword.busy || register.busy,
    wechat: (phoneCode: string) => void byWeChat.act({ phoneCode, consent: PRIVACY }),
    code: () => {
      if (ready(form.check('code'))) void byCode.act({ phone, code: values.code, consent: PRIVACY })
    },
    password: () => {
      if (ready(form.check('password'))) void byPassword.act({ phone, password: values.password })
    },
    register: () => {
      const filled = form.check('code', 'password')
      if (ready(filled)) void register.act({ phone, code: values.code, password: values.password, consent: PRIVACY })
    },
  }
}
export type LogIn = ReturnType<typeof useLogIn>
