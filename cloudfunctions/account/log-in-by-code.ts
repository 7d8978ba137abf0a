import type { account } from '#contract/account'
import { refuse } from '#domain/outcome'
import { readPhone } from '#domain/phone'
import type { Handler } from '../_platform/serve'
import { admits } from './consent'
import { enterAccount, enterByPhone } from './enter'
import { findByPhone, isRetry } from './phone-account'
import { useCode } from './sms-code'

/** A new phone needs consent. It is asked for only after a right code, which stays good for the answer. */
export const logInByCode: Handler<typeof account.logInByCode> = async (call) => {
  const { input, world } = call
  const phone = readPhone(input.phone)
  if (!phone.ok) return phone
  const { consent } = input
  if (consent && !admits(consent)) return refuse('CONSENT_OUTDATED')

  const action = 'account.logInByCode'
  const known = await findByPhone(world, phone.value)
  if (isRetry(known, call)) return enterAccount(call, known, { action })

  const keep = !known && !consent
  const proved = await useCode(call, { purpose: 'logIn', phone: phone.value, code: input.code, keep })
  if (!proved.ok) return proved
  if (keep) return refuse('CONSENT_OUTDATED')
  return enterByPhone(call, phone.value, known, { action, consent })
}
