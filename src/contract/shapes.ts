import { CHECK_IN_STATUSES } from '#domain/check-in'
import { REAL_NAME_STATUSES } from '#domain/real-name'
import * as z from './zod'

export const text = (max: number, min = 0) => z.string().check(z.minLength(min), z.maxLength(max))

export const Instant = z.string().check(z.maxLength(30))
/** Keyed hash of the ID number with the version of its key: names a person without telling who it is. */
export const PersonId = z.string().check(z.regex(/^\d{1,3}_[\w-]{43}$/))
export const OrgId = z.string().check(z.regex(/^\d{8}$/))
/** Random 128-bit token, 22 characters: fits the `scene` of a WeChat code. */
export const Token = z.string().check(z.regex(/^[\w-]{22}$/))
export const Version = z.int().check(z.gte(0), z.lte(1e6))
export const Cursor = z.string().check(z.maxLength(600))
export const Phone = text(20, 1)
export const SmsCode = z.string().check(z.regex(/^\d{6}$/))
export const Nothing = z.strictObject({})

export const CheckInStatus = z.enum(CHECK_IN_STATUSES)
export const RealNameStatus = z.enum(REAL_NAME_STATUSES)

/** Who decided or acted, in words that may be shown. */
export const AuthorView = z.strictObject({
  kind: z.enum(['self', 'cadre', 'system']),
  name: z.string(),
  title: z.optional(z.string()),
})
export type AuthorView = z.output<typeof AuthorView>

export const BranchView = z.strictObject({
  id: OrgId,
  name: z.string(),
  /** Short names from the province down to the branch itself. */
  path: z.array(z.string()),
  secretary: z.optional(z.string()),
})
export type BranchView = z.output<typeof BranchView>
