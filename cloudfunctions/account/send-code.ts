import { createHmac } from 'node:crypto'
import type { account } from '#contract/account'
import { dayOf } from '#domain/calendar'
import { DAY, HOUR, MINUTE, SECOND, SMS_CODE } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { readPhone } from '#domain/phone'
import { keyedHash } from '../_platform/crypto/keyed-hash'
import { take, takeShared } from '../_platform/limits'
import type { Call, Handler } from '../_platform/serve'
import { codeTicketId, findCodeTicket, makeCode } from './sms-code'

type SendCode = typeof account.sendCode

const SENT = { retryAfterSeconds: SMS_CODE.interval / SECOND, expiresInSeconds: SMS_CODE.lifetime / SECOND }

const PER_PHONE = [
  { seconds: SMS_CODE.interval / SECOND, max: 1 },
  { seconds: HOUR / SECOND, max: SMS_CODE.perHour },
  { seconds: DAY / SECOND, max: SMS_CODE.perDay },
]
const PER_ADDRESS = [{ seconds: DAY / SECOND, max: SMS_CODE.perAddressPerDay }]

const addressKey = (key: Buffer, address: string) =>
  `smsAddress:${createHmac('sha256', key).update(`address\u0000${address}`).digest('base64url')}`

/** The address comes first: whoever has used theirs up cannot use up the budgets of other people's phones. */
async function takeBudgets(
  { world, now, address }: Call<SendCode>,
  phone: string,
): Promise<Outcome<undefined, 'CODE_TOO_SOON' | 'CODE_TOO_MANY' | 'SMS_UNAVAILABLE'>> {
  const { db, keys, settings } = world
  if (address) {
    const taken = await take(db, addressKey(keys.signing, address), PER_ADDRESS, now)
    if (!taken.ok) return refuse('CODE_TOO_MANY', { waitSeconds: taken.waitSeconds })
  }
  const taken = await take(db, `smsPhone:${keyedHash(keys.index, 'phone', phone)}`, PER_PHONE, now)
  if (!taken.ok)
    return refuse(taken.window === 0 ? 'CODE_TOO_SOON' : 'CODE_TOO_MANY', { waitSeconds: taken.waitSeconds })

  const tomorrow = new Date(now.getTime() + DAY)
  const open = await takeShared(db, `smsDay:${dayOf(now)}`, settings.sms.dailyBudget, tomorrow)
  return open ? accept(undefined) : refuse('SMS_UNAVAILABLE')
}

/** Asks nobody whether the phone has an account: the answer cannot tell. */
export const sendCode: Handler<SendCode> = async (call) => {
  const { input, world, now, cause } = call
  const phone = readPhone(input.phone)
  if (!phone.ok) return phone

  const command = cause.command?.id ?? ''
  const id = codeTicketId(world, input.purpose, phone.value)
  const known = await findCodeTicket(world, id)
  if (known?.createdBy === command && known.sent) return accept(SENT)

  const taken = await takeBudgets(call, phone.value)
  if (!taken.ok) return taken

  // sent within the request, since an outbox in the database would have to hold the code in plain text
  const code = await makeCode(world, input.purpose, phone.value, command, now)
  const sent = await world.sms.sendCode(phone.value, code, SMS_CODE.lifetime / MINUTE)
  const ticket = await findCodeTicket(world, id)
  if (ticket?.createdBy === command) {
    // without the mark a retry waits its minute and sends anew: nobody is told of a code that never left
    const marked = { ...ticket, sent }
    await (sent ? world.db.tickets.replace(ticket, marked) : world.db.tickets.remove(ticket))
  }
  return sent ? accept(SENT) : refuse('SMS_UNAVAILABLE')
}
