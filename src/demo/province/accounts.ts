import { createHash } from 'node:crypto'
import { CONSENT_VERSIONS } from '#contract/account'
import { maskPhone } from '#domain/masks'
import { keyedHash } from '../../../cloudfunctions/_platform/crypto/keyed-hash'
import type { Keyring } from '../../../cloudfunctions/_platform/crypto/keyring'
import { sealAccount } from '../../../cloudfunctions/_platform/crypto/sealed-fields'
import type { StoredAccount } from '../../../cloudfunctions/_platform/db/stored'

export type AccountSeed = Omit<StoredAccount, 'rev' | 'v'>

/** What every account and person carries before anything has happened to it. */
export const untouched = { commands: [], outbox: [], dueAt: null, auditHead: '' }

export const SAMPLE_PASSWORD = 'sample-password-1'
/** Its argon2id hash, made once with the product's parameters: a slow hash for each persona would hold up the start. */
const SAMPLE_HASH = '$argon2id$v=19$m=19456,t=2,p=1$ryvb4aqbbsHireHWlPQfxw$i92npMRGPOyRbsdvhnDAcziDx5m83udJtOFYAV7Bfao'

/** The openid by which the sandbox plays somebody's WeChat. */
export const openidOf = (key: string) => `sample-${key}`

/** The same 22 characters for the same key, in the form of a random account id. */
export const accountId = (key: string) => createHash('sha256').update(`account ${key}`).digest('base64url').slice(0, 22)

/** Somebody who registered at `since` and agreed to everything. A persona can also enter by WeChat and by password. */
export function account(
  { field, index }: Keyring,
  { key, phone, since, isPersona = false }: { key: string; phone: string; since: Date; isPersona?: boolean },
): AccountSeed {
  const id = accountId(key)
  return {
    ...untouched,
    _id: id,
    phoneHash: keyedHash(index, 'phone', phone),
    phoneMask: maskPhone(phone),
    ...sealAccount(field, id, phone),
    sessions: [],
    ...(isPersona ? { passwordHash: SAMPLE_HASH, wechat: { openid: openidOf(key), boundAt: since } } : {}),
    consents: [
      { kind: 'privacy', version: CONSENT_VERSIONS.privacy, at: since },
      { kind: 'idData', version: CONSENT_VERSIONS.idData, at: since },
    ],
  }
}
