import { maskPhone } from '#domain/masks'
import { keyedHash, keyedHashes } from '../_platform/crypto/keyed-hash'
import { sealAccount } from '../_platform/crypto/sealed-fields'
import { newToken } from '../_platform/crypto/token'
import type { Content } from '../_platform/db/document'
import type { StoredAccount } from '../_platform/db/stored'
import type { World } from '../_platform/world'
import type { Entering } from './entering'

/** The account of a phone, under the present index key or an older one. */
export async function findByPhone({ db, keys }: World, phone: string): Promise<StoredAccount | undefined> {
  const [account] = await db.accounts.list({ phoneHash: { in: keyedHashes(keys.index, 'phone', phone) } }, { limit: 1 })
  return account
}

/** An account for a phone that its owner has proved. The phone is unique by index: of two at once, one is written. */
export function newAccount({ keys }: World, phone: string): Content<StoredAccount> {
  const id = newToken()
  return {
    _id: id,
    phoneHash: keyedHash(keys.index, 'phone', phone),
    phoneMask: maskPhone(phone),
    ...sealAccount(keys.field, id, phone),
    sessions: [],
    consents: [],
  }
}

/** Whether this very command has been carried out on the account before, and only its answer was lost. */
export const isRetry = (account: StoredAccount | undefined, { cause }: Entering): account is StoredAccount =>
  account?.commands.some(({ id }) => id === cause.command?.id) === true
