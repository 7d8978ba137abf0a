import type { account } from '#contract/account'
import { refuse } from '#domain/outcome'
import { judgePassword } from '#domain/password'
import { readPhone } from '#domain/phone'
import type { Handler } from '../_platform/serve'
import { isCommon } from './common-passwords'
import { admits } from './consent'
import { enterAccount, enterNewAccount } from './enter'
import { hashPassword } from './password'
import { findByPhone, isRetry } from './phone-account'
import { useCode } from './sms-code'

/** That a phone has an account is told only to somebody who has just proved to own it. */
export const register: Handler<typeof account.register> = async (call) => {
  const { input, world } = call
  const phone = readPhone(input.phone)
  if (!phone.ok) return phone
  if (!admits(input.consent)) return refuse('CONSENT_OUTDATED')
  const password = judgePassword(input.password, { context: [phone.value], isCommon })
  if (!password.ok) return password

  const action = 'account.register'
  const known = await findByPhone(world, phone.value)
  if (isRetry(known, call)) return enterAccount(call, known, { action })

  const proved = await useCode(call, { purpose: 'register', phone: phone.value, code: input.code })
  if (!proved.ok) return proved
  if (known) return refuse('PHONE_TAKEN')

  const passwordHash = await hashPassword(password.value)
  const made = await enterNewAccount(call, phone.value, { action, consent: input.consent, passwordHash })
  if (made) return made
  const meanwhile = await findByPhone(world, phone.value)
  return isRetry(meanwhile, call) ? enterAccount(call, meanwhile, { action }) : refuse('PHONE_TAKEN')
}
