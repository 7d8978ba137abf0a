import type { account } from '#contract/account'
import { refuse } from '#domain/outcome'
import { readPhone } from '#domain/phone'
import type { Handler } from '../_platform/serve'
import { enterAccount } from './enter'
import { clearTries, countTry } from './lock'
import { hashPassword, isOutdated, isPassword } from './password'
import { findByPhone } from './phone-account'

/** The same steps, the same work and the same answers whether or not the phone is known. */
export const logInByPassword: Handler<typeof account.logInByPassword> = async (call) => {
  const { input, world, now } = call
  const phone = readPhone(input.phone)
  if (!phone.ok) return phone

  const counted = await countTry(world, phone.value, now)
  if (!counted.ok) return counted

  const known = await findByPhone(world, phone.value)
  const right = await isPassword(known?.passwordHash, input.password)
  if (!known?.passwordHash || !right) return refuse('LOGIN_WRONG')

  const passwordHash = isOutdated(known.passwordHash) ? await hashPassword(input.password) : undefined
  await clearTries(world, phone.value)
  return enterAccount(call, known, { action: 'account.logInByPassword', passwordHash })
}
