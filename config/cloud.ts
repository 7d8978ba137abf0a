/** What the cloud is made of. One description: the local cloud reads it, and deployment turns it into real resources. */

/**
 * Ascending or descending keys, in order. At most one key of an index may hold an array. Every list is sorted by a time and then
 * by `_id`: an index that lacks the `_id` makes the database sort all that matches, whatever the limit.
 */
export type IndexDescription = { name: string; keys: Record<string, 1 | -1>; unique?: boolean }
export type CollectionDescription = { indexes: readonly IndexDescription[] }
export type FunctionDescription = {
  /** Seconds until the platform ends a call. */
  timeout: number
  memoryMB: number
  /** Instances that may run at once; one instance answers one call at a time. */
  instances: number
  /** The WeChat openapi calls that this function may make, e.g. `subscribeMessage.send`. */
  openapi?: readonly string[]
  /** A 7-field cron: second minute hour day month week year. */
  timer?: { name: string; cron: string }
}
export type CloudDescription = {
  collections: Readonly<Record<string, CollectionDescription>>
  functions: Readonly<Record<string, FunctionDescription>>
}

const index = (name: string, keys: IndexDescription['keys'], unique = false): IndexDescription =>
  unique ? { name, keys, unique } : { name, keys }

export const cloud = {
  collections: {
    people: {
      indexes: [
        index('account', { accountId: 1 }),
        index('queue', { 'checkIn.reviewOrg': 1, 'checkIn.status': 1, 'checkIn.submittedAt': 1, _id: 1 }),
        index('queueByRealName', {
          'checkIn.reviewOrg': 1,
          'checkIn.status': 1,
          'realName.status': 1,
          'checkIn.submittedAt': 1,
          _id: 1,
        }),
        index('handled', { 'checkIn.reviewOrg': 1, 'checkIn.status': 1, 'checkIn.decidedAt': -1, _id: -1 }),
        index('changes', { 'checkIn.reviewOrg': 1, 'change.status': 1, 'change.submittedAt': 1, _id: 1 }),
        index('subtree', { anc: 1, 'checkIn.status': 1, 'checkIn.submittedAt': -1, _id: -1 }),
        index('due', { dueAt: 1, _id: 1 }),
        index('fieldKey', { sealedUnder: 1 }),
      ],
    },
    accounts: {
      indexes: [
        index('phone', { phoneHash: 1 }, true),
        index('wechat', { 'wechat.openid': 1, 'wechat.boundAt': -1, _id: -1 }),
        index('due', { dueAt: 1, _id: 1 }),
        index('fieldKey', { sealedUnder: 1 }),
      ],
    },
    orgs: { indexes: [index('parent', { parentId: 1, _id: 1 })] },
    posts: {
      indexes: [index('byAccount', { accountId: 1, state: 1 }), index('byOrg', { orgId: 1, state: 1, operator: -1 })],
    },
    tickets: {
      indexes: [
        index('bySubject', { subject: 1, kind: 1, createdAt: -1, _id: -1 }),
        index('expiry', { kind: 1, expiresAt: 1, _id: 1 }),
      ],
    },
    claims: { indexes: [] },
    limits: { indexes: [index('expiry', { expiresAt: 1, _id: 1 })] },
    notices: {
      indexes: [
        index('inbox', { accountId: 1, at: -1, _id: -1 }),
        index('unread', { accountId: 1, read: 1, at: -1, _id: -1 }),
      ],
    },
    audit: {
      indexes: [
        index('object', { object: 1, at: -1, _id: -1 }),
        index('actor', { actor: 1, at: -1, _id: -1 }),
        index('look', { look: 1, at: -1, _id: -1 }),
        index('org', { org: 1, at: -1, _id: -1 }),
      ],
    },
    jobs: { indexes: [index('due', { dueAt: 1, _id: 1 })] },
  },
  functions: {
    account: { timeout: 20, memoryMB: 256, instances: 8, openapi: ['phonenumber.getPhoneNumber'] },
    checkin: { timeout: 20, memoryMB: 256, instances: 8 },
    review: { timeout: 20, memoryMB: 256, instances: 8 },
    org: { timeout: 20, memoryMB: 256, instances: 4, openapi: ['wxacode.getUnlimited'] },
    notice: { timeout: 10, memoryMB: 256, instances: 4 },
    timer: {
      timeout: 60,
      memoryMB: 256,
      instances: 2,
      openapi: ['subscribeMessage.send'],
      timer: { name: 'tick', cron: '*/10 * * * * * *' },
    },
  },
} as const satisfies CloudDescription
