import { procedure } from './procedure'
import { Cursor, Instant, Nothing, OrgId, PersonId, text } from './shapes'
import * as z from './zod'

export const NOTICE_KINDS = [
  'checkInSubmitted',
  'checkInApproved',
  'checkInReturned',
  'checkInWithdrawn',
  'offlinePossible',
  'reviewReminder',
  'changeSubmitted',
  'changeApplied',
  'changeReturned',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

export const NoticeView = z.strictObject({
  id: text(200),
  at: Instant,
  kind: z.enum(NOTICE_KINDS),
  /** `decide`: you are the one who decides. `know`: for information. */
  role: z.enum(['decide', 'know']),
  name: z.optional(text(200)),
  orgName: z.optional(text(200)),
  orgId: z.optional(OrgId),
  person: z.optional(PersonId),
  reason: z.optional(text(1000)),
  read: z.boolean(),
})
export type NoticeView = z.output<typeof NoticeView>

export const notice = {
  inbox: procedure({
    kind: 'read',
    allowed: 'inbox',
    input: z.strictObject({ cursor: z.optional(Cursor) }),
    output: z.strictObject({ rows: z.array(NoticeView), next: z.optional(Cursor) }),
    refusals: [],
  }),
  /** Marks the newest 100 unread messages as read. */
  readAll: procedure({
    kind: 'write',
    allowed: 'inbox',
    input: Nothing,
    output: z.strictObject({ read: z.int() }),
    refusals: [],
  }),
}
