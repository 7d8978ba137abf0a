import type { Database } from '../_platform/db/database'
import type { StoredPerson } from '../_platform/db/stored'

const uses = ({ profile, change }: StoredPerson, number: string) =>
  profile.memberNumber === number || (change?.status === 'pending' && change.values.memberNumber === number)

/**
 * Reserves a member number for an account. A claim is one document: two cannot hold it. A claim whose owner does not have
 * the number (the form was refused afterwards, or changed) is taken over.
 */
export async function claimMemberNumber(db: Database, number: string, accountId: string, now: Date): Promise<boolean> {
  const claim = { _id: `memberNumber:${number}`, owner: accountId, at: now }
  if (await db.claims.insert(claim)) return true

  const held = await db.claims.find(claim._id)
  if (!held || held.owner === accountId) return true
  const people = await db.people.list({ accountId: held.owner }, { limit: 5 })
  if (people.some((person) => uses(person, number))) return false
  return db.claims.replace(held, claim)
}
