import type { CheckInField, CheckInValues } from './check-in-values'
import type { CheckInStatus } from './check-in'
import type { ProfileChangeStatus } from './profile-change'
import type { RealNameCause, RealNameStatus } from './real-name'

/** Who did something: a person in a post, the person themselves, or the system under the name of its job. */
export type Author =
  | { kind: 'self'; accountId: string; name: string }
  | { kind: 'cadre'; accountId: string; name: string; orgId: string; title: string }
  | { kind: 'system'; job: string }

export type HistoryEntry = {
  at: Date
  move:
    | 'submit'
    | 'withdraw'
    | 'approve'
    | 'approveOffline'
    | 'sendBack'
    | 'verify'
    | 'change'
    | 'withdrawChange'
    | 'applyChange'
    | 'returnChange'
  author: Author
  /** The reason of a return, the explanation of an offline pass, the outcome of a check. */
  note?: string
}

export type CheckIn = {
  status: CheckInStatus
  /** Counts submissions. A decision names the version it saw. */
  version: number
  branchId: string
  /** The organisation that decides: the branch, or the next ancestor with an operator other than the applicant. */
  reviewOrg: string
  submittedAt: Date
  decidedAt?: Date
  decidedBy?: Author
  returnReason?: string
  markedFields?: readonly CheckInField[]
  offline?: { explanation: string; photos: readonly string[] }
  history: readonly HistoryEntry[]
}

export type RealName = {
  status: RealNameStatus
  /** Answers of the provider that counted, for the present name and number. */
  attempts: number
  startedAt: Date
  checkedAt?: Date
  cause?: RealNameCause
  failedChecks: readonly Date[]
  /** Tries in a row that the provider could not answer: they set the pace of the next one and count for nothing else. */
  errors?: number
}

/** One open request to change data that needs a second look. */
export type ProfileChange = {
  status: ProfileChangeStatus
  version: number
  submittedAt: Date
  decidedAt?: Date
  decidedBy?: Author
  returnReason?: string
  values: Partial<Profile>
}

/** Every value of the form that is not identity: kept readable, changed by edit class. */
export type Profile = Omit<
  CheckInValues,
  'name' | 'idType' | 'idNumber' | 'birthDate' | 'sex' | 'arrivalKind' | 'letter'
>

export type Identity = {
  name: string
  idType: CheckInValues['idType']
  idMask: string
  birthDate: string
  sex: 'male' | 'female'
}

/** Where a member belongs. One field of one document: exactly one branch is structural. */
export type Membership = { branchId: string; since: Date; status: 'normal' }

/** The person as the rules see them. Ciphertext, hashes and bookkeeping live around it in the stored document. */
export type Person = {
  _id: string
  accountId: string
  identity: Identity
  arrivalKind: CheckInValues['arrivalKind']
  letter?: CheckInValues['letter']
  profile: Profile
  mobileMask: string
  checkIn: CheckIn
  realName: RealName
  change?: ProfileChange
  membership?: Membership
  /** Organisations from the province down to the branch of the check-in: for lists of a subtree, never for rights. */
  anc: readonly string[]
}
