import { DAY, LOGIN } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { keyedHash } from '../_platform/crypto/keyed-hash'
import type { World } from '../_platform/world'

/** Kept by phone, not by account: an unknown phone is counted and locked like any other, so that the answers cannot tell. */
const lockOf = ({ keys }: World, phone: string) => `logIn:${keyedHash(keys.index, 'phone', phone)}`

/**
 * Counts a try before its password is looked at; `clearTries` takes it back when the password was right.
 * Each try must win a conditional write: however many come at once, five passwords are compared.
 */
export async function countTry(world: World, phone: string, now: Date): Promise<Outcome<undefined, 'LOGIN_LOCKED'>> {
  const { limits } = world.db
  for (;;) {
    const row = await limits.find(lockOf(world, phone))
    const counted = row && row.expiresAt > now ? row.count : 0
    if (row && counted >= LOGIN.failures) return refuse('LOGIN_LOCKED', { until: row.expiresAt.toISOString() })

    const count = counted + 1
    const expiresAt = new Date(now.getTime() + (count === LOGIN.failures ? LOGIN.lockedFor : DAY))
    const next = { _id: lockOf(world, phone), hits: [], count, expiresAt }
    if (row ? await limits.replace(row, next) : await limits.insert(next)) return accept(undefined)
  }
}

export async function clearTries(world: World, phone: string): Promise<void> {
  for (;;) {
    const row = await world.db.limits.find(lockOf(world, phone))
    if (!row || (await world.db.limits.remove(row))) return
  }
}
