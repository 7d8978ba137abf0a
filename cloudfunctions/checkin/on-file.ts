import { maskOrgName } from '#domain/masks'
import { refuse } from '#domain/outcome'
import { keyedHash, keyedHashes } from '../_platform/crypto/keyed-hash'
import type { StoredPerson } from '../_platform/db/stored'
import type { SubmitCall } from './submit-call'

/** Whoever is on file for this number, under the present index key or an older one. */
export async function onFile({ world }: SubmitCall, idNumber: string): Promise<{ id: string; person?: StoredPerson }> {
  const { index } = world.keys
  const [person] = await world.db.people.findMany(keyedHashes(index, 'idNumber', idNumber))
  return person ? { id: person._id, person } : { id: keyedHash(index, 'idNumber', idNumber) }
}

/** Somebody else who uses the number: their check-in with it waits or is approved. Otherwise its owner may take it up. */
export const holderOf = (person: StoredPerson | undefined, accountId: string): StoredPerson | undefined =>
  person && person.accountId !== accountId && ['pending', 'approved'].includes(person.checkIn.status)
    ? person
    : undefined

/** Where the number is, masked, and the phone to log in with: never a dead end. */
export const idOnFile = ({ checkIn, branchName, mobileMask }: StoredPerson) =>
  refuse('ID_ON_FILE', { status: checkIn.status, branch: maskOrgName(branchName), mobile: mobileMask })
