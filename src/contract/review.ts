import { COSTLY } from '#domain/limits'
import { UPLOAD_REFUSALS, UploadAdded, UploadStarted } from './account'
import { ChangeView, HistoryView } from './checkin'
import { FieldId, FiledValues } from './form-values'
import { procedure } from './procedure'
import {
  AuthorView,
  CheckInStatus,
  Cursor,
  Instant,
  Nothing,
  PersonId,
  RealNameStatus,
  text,
  Token,
  Version,
} from './shapes'
import * as z from './zod'

export const REVEAL_PURPOSES = ['checkDocument', 'contactPolice', 'correctData', 'other'] as const
export const QUEUES = ['pending', 'returned', 'approved'] as const
const RosterMatch = z.enum(['listed', 'near', 'absent', 'none'])

export const QueueRow = z.strictObject({
  person: PersonId,
  version: Version,
  name: text(200),
  idTail: text(20),
  realName: RealNameStatus,
  roster: RosterMatch,
  submittedAt: Instant,
  decidedAt: z.optional(Instant),
  /** One's own application: someone else decides it. */
  own: z.boolean(),
})
export type QueueRow = z.output<typeof QueueRow>

export const ChangeRequestRow = z.strictObject({
  person: PersonId,
  version: Version,
  name: text(200),
  fields: z.array(FieldId),
  submittedAt: Instant,
  own: z.boolean(),
})
export type ChangeRequestRow = z.output<typeof ChangeRequestRow>

export const HintView = z.strictObject({
  level: z.enum(['fail', 'warn', 'ok']),
  code: z.string(),
  detail: z.optional(z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]))),
})

export const ReviewDetail = z.strictObject({
  person: PersonId,
  version: Version,
  status: CheckInStatus,
  realName: z.strictObject({
    status: RealNameStatus,
    until: z.optional(Instant),
    failedChecks: z.array(Instant),
  }),
  /** Whether offline verification is open now, by the rule or by the organisation's own setting. */
  offlineOpen: z.boolean(),
  own: z.boolean(),
  submittedAt: Instant,
  decidedAt: z.optional(Instant),
  decidedBy: z.optional(AuthorView),
  returnReason: z.optional(z.string()),
  markedFields: z.array(FieldId),
  explanation: z.optional(z.string()),
  photoCount: z.int(),
  letterPhotoCount: z.int(),
  branchName: z.string(),
  values: FiledValues,
  hints: z.array(HintView),
  change: z.optional(ChangeView),
  history: z.array(HistoryView),
})
export type ReviewDetail = z.output<typeof ReviewDetail>

const Target = { person: PersonId, version: Version }
const Reason = text(600, 1)
const Decided = z.strictObject({ person: PersonId, status: CheckInStatus, version: Version })
const DECISION_REFUSALS = ['NOT_FOUND', 'OWN_APPLICATION', 'STALE'] as const

export const review = {
  /** How much waits, at most 100 counted. */
  overview: procedure({
    kind: 'read',
    allowed: 'reviewCheckIn',
    input: Nothing,
    output: z.strictObject({
      waiting: z.int(),
      more: z.boolean(),
      overDay: z.int(),
      needOffline: z.int(),
      oldestAt: z.optional(Instant),
      changes: z.int(),
    }),
    refusals: [],
  }),
  queue: procedure({
    kind: 'read',
    allowed: 'reviewCheckIn',
    input: z.strictObject({
      queue: z.enum(QUEUES),
      realName: z.optional(RealNameStatus),
      names: z.optional(z.array(text(60, 1)).check(z.maxLength(100))),
      cursor: z.optional(Cursor),
    }),
    output: z.strictObject({ rows: z.array(QueueRow), next: z.optional(Cursor) }),
    refusals: [],
  }),
  changes: procedure({
    kind: 'read',
    allowed: 'reviewProfileChange',
    input: z.strictObject({ cursor: z.optional(Cursor) }),
    output: z.strictObject({
      rows: z.array(ChangeRequestRow),
      next: z.optional(Cursor),
    }),
    refusals: [],
  }),
  detail: procedure({
    kind: 'read',
    allowed: 'reviewCheckIn',
    input: z.strictObject({ person: PersonId }),
    output: ReviewDetail,
    refusals: ['NOT_FOUND'],
  }),
  approve: procedure({
    kind: 'write',
    allowed: 'decideCheckIn',
    input: z.strictObject(Target),
    output: Decided,
    refusals: [...DECISION_REFUSALS, 'NOT_YET_VERIFIED', 'NEEDS_OFFLINE'],
  }),
  sendBack: procedure({
    kind: 'write',
    allowed: 'decideCheckIn',
    input: z.strictObject({ ...Target, reason: Reason, markedFields: z.array(FieldId).check(z.maxLength(40)) }),
    output: Decided,
    refusals: [...DECISION_REFUSALS, 'REASON_LENGTH'],
  }),
  approveOffline: procedure({
    kind: 'write',
    allowed: 'decideCheckIn',
    input: z.strictObject({
      ...Target,
      explanation: Reason,
      photos: z.array(Token).check(z.minLength(1), z.maxLength(8)),
      /** The extra confirmation: the reviewer has seen the person and the original. */
      confirmed: z.literal(true),
    }),
    output: Decided,
    refusals: [
      ...DECISION_REFUSALS,
      'NOT_YET_FAILED',
      'NOT_NEEDED',
      'EXPLANATION_LENGTH',
      'PHOTOS_COUNT',
      'PHOTO_GONE',
    ],
  }),
  batch: procedure({
    kind: 'write',
    allowed: 'decideCheckIn',
    input: z.strictObject({
      decision: z.enum(['approve', 'sendBack']),
      reason: z.optional(Reason),
      items: z.array(z.strictObject(Target)).check(z.minLength(1), z.maxLength(50)),
    }),
    output: z.strictObject({
      results: z.array(
        z.strictObject({
          person: PersonId,
          done: z.boolean(),
          code: z.optional(z.string()),
          by: z.optional(z.string()),
        }),
      ),
    }),
    refusals: ['REASON_LENGTH'],
  }),
  reveal: procedure({
    kind: 'write',
    allowed: 'revealIdNumber',
    input: z.strictObject({ person: PersonId, purpose: z.enum(REVEAL_PURPOSES), note: z.optional(text(100)) }),
    output: z.strictObject({ idNumber: z.string() }),
    refusals: ['NOT_FOUND', 'REVEAL_TOO_MANY'],
  }),
  startPhoto: procedure({
    kind: 'write',
    allowed: 'reviewCheckIn',
    input: z.strictObject({ person: PersonId }),
    output: UploadStarted,
    refusals: ['NOT_FOUND'],
    perDay: COSTLY.upload,
  }),
  addPhoto: procedure({
    kind: 'write',
    allowed: 'reviewCheckIn',
    input: z.strictObject({ ticket: Token, fileId: text(300, 1) }),
    output: UploadAdded,
    refusals: UPLOAD_REFUSALS,
  }),
  /** Expiring links to the proof or the letter of a person. Each look is recorded. */
  photos: procedure({
    kind: 'write',
    allowed: 'reviewCheckIn',
    input: z.strictObject({ person: PersonId, of: z.enum(['proof', 'letter']) }),
    output: z.strictObject({ links: z.array(z.string()), expiresAt: Instant }),
    refusals: ['NOT_FOUND'],
    perDay: COSTLY.viewPhotos,
  }),
  approveChange: procedure({
    kind: 'write',
    allowed: 'decideProfileChange',
    input: z.strictObject(Target),
    output: z.strictObject({ person: PersonId, status: z.literal('applied') }),
    refusals: DECISION_REFUSALS,
  }),
  returnChange: procedure({
    kind: 'write',
    allowed: 'decideProfileChange',
    input: z.strictObject({ ...Target, reason: Reason }),
    output: z.strictObject({ person: PersonId, status: z.literal('returned') }),
    refusals: [...DECISION_REFUSALS, 'REASON_LENGTH'],
  }),
}
