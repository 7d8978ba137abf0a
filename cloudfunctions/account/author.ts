import type { Author } from '#domain/person'
import type { StoredAccount } from '../_platform/db/stored'

/** An account's own signature. It may have no name yet; the phone's mask tells the person themselves enough. */
export const asSelf = ({ _id, phoneMask }: Pick<StoredAccount, '_id' | 'phoneMask'>): Author => ({
  kind: 'self',
  accountId: _id,
  name: phoneMask,
})
