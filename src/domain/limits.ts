/** Every number that bounds the product, in one place. Times are milliseconds unless the name says otherwise. */

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR

export const PHOTOS = {
  letterCount: { min: 1, max: 3 },
  proofCount: { min: 1, max: 8 },
  /** What the server takes; the client compresses to `clientBytes` first. */
  maxBytes: 5 * 1024 * 1024,
  maxPixels: 25_000_000,
  clientBytes: 400 * 1024,
  clientLongestSide: 1600,
  linkLifetime: 5 * MINUTE,
  /** Proof photos are erased this long after the decision. */
  keptFor: 90 * DAY,
} as const

/** Lengths in code points, bounds included. */
export const TEXT = {
  name: { min: 2, max: 30 },
  returnReason: { min: 2, max: 249 },
  explanation: { min: 5, max: 249 },
  unit: { min: 1, max: 64 },
  letterNumber: { min: 1, max: 32 },
  letterIssuer: { min: 1, max: 64 },
  ethnicityOther: { min: 1, max: 20 },
  otherTitle: { min: 1, max: 20 },
  placeName: { min: 1, max: 64 },
  contact: { min: 1, max: 64 },
  outsideIdNumber: { min: 6, max: 20 },
  password: { min: 8, max: 64 },
  alias: { min: 2, max: 16 },
  shortName: { min: 2, max: 50 },
  fullName: { min: 2, max: 100 },
} as const

export const SESSION = {
  pc: { idle: 30 * MINUTE, absolute: 12 * HOUR },
  mobile: { idle: 12 * HOUR, absolute: 7 * DAY },
} as const

export const SMS_CODE = {
  digits: 6,
  lifetime: 5 * MINUTE,
  tries: 5,
  interval: MINUTE,
  perHour: 5,
  perDay: 10,
  perAddressPerDay: 20,
  /** For the whole product: a breaker against a pumped bill, far above a real peak. */
  globalPerDay: 50_000,
} as const

export const LOGIN = { failures: 5, lockedFor: 15 * MINUTE } as const
export const REVEAL = { perHour: 20, perDay: 100 } as const

/** How often in a day one account may do what costs money, storage or somebody's attention: far above honest work. */
export const COSTLY = { upload: 400, drawCode: 200, viewPhotos: 400 } as const
/** Submissions of one account in 24 hours: each is a message to the reviewers. */
export const SUBMISSIONS_PER_DAY = 10

export const REAL_NAME = {
  /** Attempts a day that may cost money: nobody tries out numbers for a name. Many people share a name, so it has more room. */
  perNamePerDay: 100,
  perNumberPerDay: 5,
  /** After this long without a clear answer the branch may verify offline (the guide, appendix 1, part 3). */
  deadline: 24 * HOUR,
  recheckFrom: HOUR,
  recheckUntil: 20 * HOUR,
  backoff: [MINUTE, 5 * MINUTE, 30 * MINUTE, 120 * MINUTE],
  backoffThen: HOUR,
} as const

export const LISTS = { queuePage: 20, pastedNames: 100, batch: 50, history: 20 } as const

export const REVIEW = { lateAfter: 24 * HOUR, overdueAfter: 48 * HOUR } as const

/** Ages in whole years; joining ages are judged in months (see `age.ts`). */
export const AGE = {
  eligibleFrom: 14,
  leavesAt: 28,
  joinsFromBefore2017: 12,
  joinsFrom: 13,
  unusualBelow: 14,
  partyFrom: 18,
} as const

/** A value that is claimed and not yet written stays its claimant's for this long: longer than any function may run. */
export const CLAIM = { grace: 2 * MINUTE } as const

export const LETTER = { validMonths: 6, oldAfterDays: 90 } as const
export const ORG = { maxDepth: 10, idDigits: 8 } as const
