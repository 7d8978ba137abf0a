import type { Author, Person } from '#domain/person'
import type { StoredAccount } from '../_platform/db/stored'

/** The member's own signature under what they do. */
export const selfAuthor = (account: StoredAccount, person: Pick<Person, 'identity'>): Author => ({
  kind: 'self',
  accountId: account._id,
  name: person.identity.name,
})
