import { createHmac, randomInt } from 'node:crypto'
import { SMS_CODE } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { keyedHash } from '../_platform/crypto/keyed-hash'
import { sameText } from '../_platform/crypto/token'
import type { TicketOf } from '../_platform/db/stored'
import type { World } from '../_platform/world'
import type { Entering } from './entering'

export type Purpose = 'register' | 'logIn'

/** Six digits are guessed at once from a plain hash: without the key the database tells nothing. */
const codeHash = ({ keys }: World, ticket: string, code: string) =>
  createHmac('sha256', keys.signing).update(`smsCode\u0000${ticket}\u0000${code}`).digest('base64url')

/** One code at a time for a phone and a purpose: a new one takes the place of the last. */
export const codeTicketId = ({ keys }: World, purpose: Purpose, phone: string) =>
  `sms:${purpose}:${keyedHash(keys.index, 'phone', phone)}`

export async function findCodeTicket({ db }: World, id: string): Promise<TicketOf<'smsCode'> | undefined> {
  const ticket = await db.tickets.find(id)
  return ticket?.kind === 'smsCode' ? ticket : undefined
}

/** Makes a code and stores what is needed to know it again. The code itself is nowhere but in the answer. */
export async function makeCode(
  world: World,
  purpose: Purpose,
  phone: string,
  command: string,
  now: Date,
): Promise<string> {
  const id = codeTicketId(world, purpose, phone)
  const code = String(randomInt(10 ** SMS_CODE.digits)).padStart(SMS_CODE.digits, '0')
  const ticket = {
    _id: id,
    kind: 'smsCode' as const,
    subject: keyedHash(world.keys.index, 'phone', phone),
    createdAt: now,
    expiresAt: new Date(now.getTime() + SMS_CODE.lifetime),
    createdBy: command,
    codeHash: codeHash(world, id, code),
    tries: 0,
  }
  for (;;) {
    const before = await findCodeTicket(world, id)
    if (before ? await world.db.tickets.replace(before, ticket) : await world.db.tickets.insert(ticket)) return code
  }
}

/**
 * Spends a code, or with `keep` only tries it. Every guess, right or wrong, must win a conditional write before it is
 * answered: however many come at once, five are compared.
 */
export async function useCode(
  { world, now, cause }: Entering,
  { purpose, phone, code, keep = false }: { purpose: Purpose; phone: string; code: string; keep?: boolean },
): Promise<Outcome<undefined, 'CODE_WRONG' | 'CODE_EXPIRED'>> {
  const id = codeTicketId(world, purpose, phone)
  const command = cause.command?.id
  for (;;) {
    const ticket = await findCodeTicket(world, id)
    if (!ticket || ticket.expiresAt <= now || ticket.tries >= SMS_CODE.tries) return refuse('CODE_EXPIRED')
    if (ticket.usedBy && ticket.usedBy !== command) return refuse('CODE_EXPIRED')

    const right = sameText(ticket.codeHash, codeHash(world, id, code))
    const wrong = right ? 0 : 1
    const next = { ...ticket, tries: ticket.tries + wrong, ...(right && !keep && command ? { usedBy: command } : {}) }
    if (await world.db.tickets.replace(ticket, next)) return right ? accept(undefined) : refuse('CODE_WRONG')
  }
}
