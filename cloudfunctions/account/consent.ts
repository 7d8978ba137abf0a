import { CONSENT_KINDS, CONSENT_VERSIONS } from '#contract/account'
import type { ConsentRecord, StoredAccount } from '../_platform/db/stored'

export type Consent = Pick<ConsentRecord, 'kind' | 'version'>
type Given = Pick<StoredAccount, 'consents'>

export const isToday = ({ kind, version }: Consent) => version === CONSENT_VERSIONS[kind]

/** Whoever enters agrees to the notice of today, not to an older one and not to something else. */
export const admits = (consent: Consent) => consent.kind === 'privacy' && isToday(consent)

export const consentTo = ({ consents }: Given, { kind, version }: Consent) =>
  consents.find((given) => given.kind === kind && given.version === version)

/** Newest first. What was agreed to before stays: it is the proof of then. */
export const withConsent = <A extends Given>(account: A, consent: Consent, now: Date): A =>
  consentTo(account, consent) ? account : { ...account, consents: [{ ...consent, at: now }, ...account.consents] }

export const missingConsents = (account: Given) =>
  CONSENT_KINDS.filter((kind) => !consentTo(account, { kind, version: CONSENT_VERSIONS[kind] }))
