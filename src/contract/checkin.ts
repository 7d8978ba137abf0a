import { COSTLY } from '#domain/limits'
import { UPLOAD_REFUSALS, UploadAdded, UploadStarted } from './account'
import { ChangeableValues, DraftValues, FieldId, FiledValues, SubmittedValues } from './form-values'
import { procedure } from './procedure'
import {
  AuthorView,
  BranchView,
  CheckInStatus,
  Cursor,
  Instant,
  Nothing,
  OrgId,
  RealNameStatus,
  text,
  Token,
  Version,
} from './shapes'
import * as z from './zod'

/** A branch as its code named it: the server reads both at once and checks that they belong together. */
export const BranchChoice = z.strictObject({ id: OrgId, code: Token })
export type BranchChoice = z.output<typeof BranchChoice>

const Step = z.int().check(z.gte(1), z.lte(4))

export const HistoryView = z.strictObject({
  at: Instant,
  move: z.enum([
    'submit',
    'withdraw',
    'approve',
    'approveOffline',
    'sendBack',
    'verify',
    'change',
    'withdrawChange',
    'applyChange',
    'returnChange',
  ]),
  author: AuthorView,
  note: z.optional(z.string()),
})

export const DraftView = z.strictObject({
  branch: z.optional(BranchChoice),
  step: Step,
  values: DraftValues,
  savedAt: Instant,
})

/** Somebody looked at the person's data. */
export const LookView = z.strictObject({
  id: text(200),
  at: Instant,
  who: AuthorView,
  what: z.enum(['revealIdNumber', 'viewPhotos']),
  purpose: z.optional(text(1000)),
})
export type LookView = z.output<typeof LookView>

export const ChangeRow = z.strictObject({ field: FieldId, before: z.string(), after: z.string() })
export const ChangeView = z.strictObject({
  status: z.enum(['pending', 'returned', 'withdrawn', 'applied']),
  version: Version,
  submittedAt: Instant,
  decidedAt: z.optional(Instant),
  decidedBy: z.optional(AuthorView),
  returnReason: z.optional(z.string()),
  rows: z.array(ChangeRow),
})
export type ChangeView = z.output<typeof ChangeView>

/** My check-in as a page tells it: who acts, since when, until when, and what was typed. */
export const MyCheckIn = z.strictObject({
  status: CheckInStatus,
  version: Version,
  branch: z.optional(BranchView),
  submittedAt: z.optional(Instant),
  realName: z.optional(
    z.strictObject({
      status: RealNameStatus,
      startedAt: Instant,
      /** The latest moment at which an answer is certain. */
      until: z.optional(Instant),
    }),
  ),
  /** Who reviews it: the branch, or the organisation above if the branch has nobody else. */
  reviewer: z.optional(
    z.strictObject({ orgName: z.string(), name: z.optional(z.string()), title: z.optional(z.string()) }),
  ),
  /** When the branch is reminded if nobody has decided. */
  remindsAt: z.optional(Instant),
  decidedAt: z.optional(Instant),
  decidedBy: z.optional(AuthorView),
  returnReason: z.optional(z.string()),
  markedFields: z.array(FieldId),
  values: z.optional(FiledValues),
  draft: z.optional(DraftView),
  change: z.optional(ChangeView),
  history: z.array(HistoryView),
})
export type MyCheckIn = z.output<typeof MyCheckIn>

/** The short answer of a command on one's own check-in. */
export const CheckInState = z.strictObject({ status: CheckInStatus, version: Version })

const CODE_REFUSALS = ['CODE_UNKNOWN', 'CODE_OVER', 'CODE_REVOKED'] as const

export const checkin = {
  openCode: procedure({
    kind: 'read',
    allowed: 'openCode',
    input: z.strictObject({ code: Token }),
    output: BranchView,
    refusals: CODE_REFUSALS,
  }),
  mine: procedure({ kind: 'read', allowed: 'ownCheckIn', input: Nothing, output: MyCheckIn, refusals: [] }),
  saveDraft: procedure({
    kind: 'write',
    allowed: 'ownCheckIn',
    input: z.strictObject({ branch: z.optional(BranchChoice), step: Step, values: DraftValues }),
    output: z.strictObject({ savedAt: Instant }),
    refusals: [],
  }),
  /**
   * `version` is the one on the page, 0 for the first time. `branch` is what openCode showed;
   * without it the check-in stays with the branch of the last submission.
   */
  submit: procedure({
    kind: 'write',
    allowed: 'ownCheckIn',
    input: z.strictObject({ branch: z.optional(BranchChoice), version: Version, values: SubmittedValues }),
    output: CheckInState,
    refusals: [
      ...CODE_REFUSALS,
      'CONSENT_MISSING',
      'FORM_INVALID',
      'UNDER_14',
      'ID_ON_FILE',
      'ALREADY_SUBMITTED',
      'ALREADY_CHECKED_IN',
      'OTHER_PERSON',
      'MEMBER_NUMBER_TAKEN',
      'STALE',
    ],
  }),
  withdraw: procedure({
    kind: 'write',
    allowed: 'ownCheckIn',
    input: z.strictObject({ version: Version, confirmation: text(10) }),
    output: CheckInState,
    refusals: ['NOT_FOUND', 'CONFIRMATION_WRONG', 'STALE'],
  }),
  change: procedure({
    kind: 'write',
    allowed: 'ownProfile',
    input: z.strictObject({ values: ChangeableValues }),
    output: z.strictObject({ applied: z.array(FieldId), pending: z.array(FieldId) }),
    refusals: ['NOT_FOUND', 'FORM_INVALID', 'NOTHING_CHANGED', 'CHANGE_OPEN', 'FIELD_LOCKED', 'MEMBER_NUMBER_TAKEN'],
  }),
  withdrawChange: procedure({
    kind: 'write',
    allowed: 'ownProfile',
    input: z.strictObject({ version: Version }),
    output: z.strictObject({ status: z.literal('withdrawn') }),
    refusals: ['NOT_FOUND', 'STALE'],
  }),
  looks: procedure({
    kind: 'read',
    allowed: 'ownProfile',
    input: z.strictObject({ cursor: z.optional(Cursor) }),
    output: z.strictObject({
      rows: z.array(LookView),
      next: z.optional(Cursor),
    }),
    refusals: [],
  }),
  startLetterPhoto: procedure({
    kind: 'write',
    allowed: 'ownCheckIn',
    input: Nothing,
    output: UploadStarted,
    refusals: [],
    perDay: COSTLY.upload,
  }),
  addLetterPhoto: procedure({
    kind: 'write',
    allowed: 'ownCheckIn',
    input: z.strictObject({ ticket: Token, fileId: text(300, 1) }),
    output: UploadAdded,
    refusals: UPLOAD_REFUSALS,
  }),
}
