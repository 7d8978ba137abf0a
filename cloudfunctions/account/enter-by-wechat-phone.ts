import type { account } from '#contract/account'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { readPhone } from '#domain/phone'
import { openapi } from '../_platform/cloud'
import type { Handler } from '../_platform/serve'
import { admits } from './consent'
import { enterAccount, enterByPhone } from './enter'
import { findByPhone, isRetry } from './phone-account'

/** Asks WeChat which phone a tap gave. It answers once: a code that is used, old or made up is refused. */
async function phoneOf(phoneCode: string): Promise<Outcome<string, 'PHONE_CODE_INVALID'>> {
  const reply = await openapi.phonenumber.getPhoneNumber({ code: phoneCode }).catch(() => undefined)
  const phone = readPhone(reply?.phoneInfo.purePhoneNumber ?? '')
  return phone.ok ? accept(phone.value) : refuse('PHONE_CODE_INVALID')
}

export const enterByWeChatPhone: Handler<typeof account.enterByWeChatPhone> = async (call) => {
  const { input, world, openid } = call
  if (!openid) return refuse('ONLY_IN_WECHAT')
  if (!admits(input.consent)) return refuse('CONSENT_OUTDATED')

  const action = 'account.enterByWeChatPhone'
  // WeChat would not answer a second time, but the first try has bound the openid
  if (isRetry(call.account, call)) return enterAccount(call, call.account, { action })

  const phone = await phoneOf(input.phoneCode)
  if (!phone.ok) return phone
  return enterByPhone(call, phone.value, await findByPhone(world, phone.value), { action, consent: input.consent })
}
