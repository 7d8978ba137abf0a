import type { StoredAccount, StoredPerson } from '../db/stored'
import { keyVersionOf, open, seal, type Place } from './envelope'
import type { KeySet } from './keyring'

/** Where a sealed field lives. Each is written here and nowhere else, so that `sealedUnder` tells the truth. */
export const personPlace = (id: string, field: 'idNumber' | 'mobile') => ({ collection: 'people', id, field })
export const accountPlace = (id: string) => ({ collection: 'accounts', id, field: 'phone' })

export const sealPerson = (keys: KeySet, id: string, plain: { idNumber: string; mobile: string }) => ({
  sealed: {
    idNumber: seal(keys, personPlace(id, 'idNumber'), plain.idNumber),
    mobile: seal(keys, personPlace(id, 'mobile'), plain.mobile),
  },
  sealedUnder: keys.current,
})

export const sealAccount = (keys: KeySet, id: string, phone: string) => ({
  sealedPhone: seal(keys, accountPlace(id), phone),
  sealedUnder: keys.current,
})

/** The same text under the current key. An envelope whose key we do not have stays as it is. Throws where one does not open. */
function renewed(keys: KeySet, place: Place, sealed: string): string {
  const version = keyVersionOf(sealed)
  return version === keys.current || !keys.keys.has(version) ? sealed : seal(keys, place, open(keys, place, sealed))
}

export function resealPerson(keys: KeySet, person: StoredPerson): StoredPerson {
  const at = (field: 'idNumber' | 'mobile') => renewed(keys, personPlace(person._id, field), person.sealed[field])
  const sealed = { idNumber: at('idNumber'), mobile: at('mobile') }
  return { ...person, sealed, sealedUnder: Math.min(keyVersionOf(sealed.idNumber), keyVersionOf(sealed.mobile)) }
}

export function resealAccount(keys: KeySet, account: StoredAccount): StoredAccount {
  const sealedPhone = renewed(keys, accountPlace(account._id), account.sealedPhone)
  return { ...account, sealedPhone, sealedUnder: keyVersionOf(sealedPhone) }
}
