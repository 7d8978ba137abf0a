import type { account } from '#contract/account'
import type { Handlers } from '../_platform/serve'
import { enterByWeChatPhone } from './enter-by-wechat-phone'
import { giveConsent } from './give-consent'
import { logInByCode } from './log-in-by-code'
import { logInByPassword } from './log-in-by-password'
import { logOut } from './log-out'
import { register } from './register'
import { sendCode } from './send-code'
import { session } from './session'

export const handlers: Handlers<typeof account> = {
  sendCode,
  register,
  logInByPassword,
  logInByCode,
  enterByWeChatPhone,
  session,
  logOut,
  giveConsent,
}
