import { CLAIM } from '#domain/limits'
import type { Database } from '../_platform/db/database'
import type { StoredPerson } from '../_platform/db/stored'

const uses = ({ profile, change }: StoredPerson, number: string) =>
  profile.memberNumber === number || (change?.status === 'pending' && change.values.memberNumber === number)

/**
 * Reserves a member number for an account. A claim is one document: two cannot hold it. A claim whose owner does not have
 * the number (the form was refused afterwards, or changed) is taken over, but not while the owner may be about to write it.
 */
export async function claimMemberNumber(db: Database, number: string, accountId: string, now: Date): Promise<boolean> {
  const claim = { _id: `memberNumber:${number}`, owner: accountId, at: now }
  if (await db.claims.insert(claim)) return true

  const held = await db.claims.find(claim._id)
  if (held && held.owner !== accountId) {
    if (now.getTime() - held.at.getTime() < CLAIM.grace) return false
    const people = await db.people.list({ accountId: held.owner }, { limit: 5 })
    if (people.some((person) => uses(person, number))) return false
  }
  // the owner's own claim is renewed, so that nobody takes it over between here and the write
  return (held && (await db.claims.replace(held, claim))) || claimMemberNumber(db, number, accountId, now)
}
