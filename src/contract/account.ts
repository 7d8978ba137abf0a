import { procedure } from './procedure'
import { CheckInStatus, Instant, Nothing, OrgId, Phone, SmsCode, text, Token } from './shapes'
import * as z from './zod'

export const CONSENT_KINDS = ['privacy', 'idData'] as const
/** The versions of the texts that people agree to today. A new version asks again. */
export const CONSENT_VERSIONS = { privacy: '2026-11', idData: '2026-11' } as const

const Consent = z.strictObject({ kind: z.enum(CONSENT_KINDS), version: text(20, 1) })
const Password = text(256)

export const PostView = z.strictObject({
  orgId: OrgId,
  orgName: z.string(),
  title: z.string(),
  operator: z.boolean(),
})
export type PostView = z.output<typeof PostView>

/** Who I am: all that the first screen needs. */
export const Me = z.strictObject({
  phoneMask: z.string(),
  name: z.optional(z.string()),
  hasPassword: z.boolean(),
  /** Consents that are missing or older than today's text. */
  asksConsent: z.array(z.enum(CONSENT_KINDS)),
  checkIn: z.optional(z.strictObject({ status: CheckInStatus, branchName: z.string() })),
  hasDraft: z.boolean(),
  posts: z.array(PostView),
  /** Unread messages, at most 100: the page shows 99+. */
  unread: z.int(),
  /** WeChat message templates that may be asked for. */
  messageTemplates: z.array(z.string()),
})
export type Me = z.output<typeof Me>

/** `session` goes with every later call. In WeChat it only names the account: the openid proves it. */
export const Entered = z.strictObject({ session: z.string(), me: Me })
export type Entered = z.output<typeof Entered>

export const account = {
  sendCode: procedure({
    kind: 'write',
    allowed: 'anyone',
    input: z.strictObject({ phone: Phone, purpose: z.enum(['register', 'logIn']) }),
    output: z.strictObject({ retryAfterSeconds: z.int(), expiresInSeconds: z.int() }),
    refusals: ['PHONE_FORMAT', 'CODE_TOO_SOON', 'CODE_TOO_MANY', 'SMS_UNAVAILABLE'],
  }),
  register: procedure({
    kind: 'write',
    allowed: 'anyone',
    input: z.strictObject({ phone: Phone, code: SmsCode, password: Password, consent: Consent }),
    output: Entered,
    refusals: [
      'PHONE_FORMAT',
      'CODE_WRONG',
      'CODE_EXPIRED',
      'PHONE_TAKEN',
      'CONSENT_OUTDATED',
      'PASSWORD_SHORT',
      'PASSWORD_LONG',
      'PASSWORD_COMMON',
      'PASSWORD_CONTEXT',
    ],
  }),
  logInByPassword: procedure({
    kind: 'write',
    allowed: 'anyone',
    input: z.strictObject({ phone: Phone, password: Password }),
    output: Entered,
    refusals: ['PHONE_FORMAT', 'LOGIN_WRONG', 'LOGIN_LOCKED'],
  }),
  /** A phone that has no account yet gets one: whoever reads the code owns the phone. */
  logInByCode: procedure({
    kind: 'write',
    allowed: 'anyone',
    input: z.strictObject({ phone: Phone, code: SmsCode, consent: z.optional(Consent) }),
    output: Entered,
    refusals: ['PHONE_FORMAT', 'CODE_WRONG', 'CODE_EXPIRED', 'CONSENT_OUTDATED'],
  }),
  /** One tap in WeChat: `phoneCode` comes from the getPhoneNumber button. */
  enterByWeChatPhone: procedure({
    kind: 'write',
    allowed: 'anyone',
    input: z.strictObject({ phoneCode: text(200, 1), consent: Consent }),
    output: Entered,
    refusals: ['ONLY_IN_WECHAT', 'PHONE_CODE_INVALID', 'CONSENT_OUTDATED'],
  }),
  session: procedure({ kind: 'read', allowed: 'account', input: Nothing, output: Entered, refusals: [] }),
  logOut: procedure({ kind: 'write', allowed: 'account', input: Nothing, output: Nothing, refusals: [] }),
  giveConsent: procedure({
    kind: 'write',
    allowed: 'account',
    input: Consent,
    output: z.strictObject({ kind: z.enum(CONSENT_KINDS), version: z.string(), at: Instant }),
    refusals: ['CONSENT_OUTDATED'],
  }),
}

export const UploadStarted = z.strictObject({
  ticket: Token,
  /** Where the client puts the file; only the ticket's owner can use what lies there. */
  cloudPath: z.string(),
})
export const UploadAdded = z.strictObject({ ticket: Token, width: z.int(), height: z.int(), bytes: z.int() })
export const UPLOAD_REFUSALS = [
  'NOT_FOUND',
  'PHOTO_TYPE',
  'PHOTO_TOO_LARGE',
  'PHOTO_TOO_MANY_PIXELS',
  'PHOTO_BROKEN',
] as const
