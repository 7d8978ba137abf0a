import type { DraftValues } from '#contract/form-values'
import type { NoticeKind } from '#contract/notice'
import type { Org } from '#domain/org'
import type { Person } from '#domain/person'
import type { Post } from '#domain/post'
import type { AuditEvent } from '../audit'
import type { Effect } from '../effects'
import type { Aggregate, Row } from './document'

/** A document with sealed fields. */
export type Sealed = {
  /** The oldest field key among them, for the sweep that renews them; absent before that was noted, 0 where one does not open. */
  sealedUnder?: number
}

/** A person with their sealed numbers. `_id` is the keyed hash of the ID number. */
export type StoredPerson = Aggregate &
  Sealed &
  Person & {
    sealed: { idNumber: string; mobile: string }
    /** Last characters of the ID number, as lists show them. */
    idTail: string
    /** The cleaned photos of the introduction letter; the letter itself names their tickets. */
    letterFiles?: readonly string[]
    branchName: string
    reviewOrgName: string
  }

export type SessionRecord = { hash: string; createdAt: Date; seenAt: Date }
export type ConsentRecord = { kind: 'privacy' | 'idData'; version: string; at: Date }
export type Draft = { branch?: { id: string; code: string }; step: number; values: DraftValues; savedAt: Date }

export type StoredAccount = Aggregate &
  Sealed & {
    /** Unique: one account a phone. */
    phoneHash: string
    phoneMask: string
    sealedPhone: string
    /** argon2id, encoded with its parameters; absent for those who only use WeChat or SMS. */
    passwordHash?: string
    sessions: readonly SessionRecord[]
    /** The last binding of an openid wins: whoever binds has proved the phone. */
    wechat?: { openid: string; boundAt: Date }
    /** Newest first: every version that was ever agreed to. */
    consents: readonly ConsentRecord[]
    draft?: Draft
  }

export type StoredOrg = Row & Org
export type StoredPost = Row & Post & { orgName: string }

/** A random token and what it opens. */
export type StoredTicket = Row & { subject: string; createdAt: Date; expiresAt: Date; createdBy: string } & (
    | { kind: 'branchCode'; orgId: string; revokedAt?: Date }
    | {
        kind: 'upload'
        purpose: 'proof' | 'letter'
        accountId: string
        cloudPath: string
        /** The cleaned copy; until then nothing may use the ticket. */
        fileId?: string
        photo?: { width: number; height: number; bytes: number }
      }
    | {
        kind: 'smsCode'
        codeHash: string
        tries: number
        /** The provider has taken the message. */
        sent?: boolean
        /** The command that spent it: the retry of that command may go on, nobody else. */
        usedBy?: string
      }
  )
export type TicketOf<K extends StoredTicket['kind']> = Extract<StoredTicket, { kind: K }>

/** A value that only one may hold, such as a member number. */
export type StoredClaim = Row & { owner: string; at: Date }
export type StoredLimit = Row & { hits: readonly Date[]; count: number; expiresAt: Date }
export type StoredNotice = Row & {
  accountId: string
  at: Date
  read: boolean
  kind: NoticeKind
  role: 'decide' | 'know'
  name?: string
  orgName?: string
  orgId?: string
  person?: string
  reason?: string
}
/** `actor` and `look` are flat copies for the indexes; `look` names the object where the event is a look at personal data. */
export type StoredAudit = Row & AuditEvent & { actor: string; look?: string }
/** An effect that could not be delivered after all tries: kept for a person to look at. */
export type StoredJob = Row & { owner: string; effect: Effect; error: string; at: Date; dueAt: Date | null }
