import { createHash } from 'node:crypto'
import type { Author } from '#domain/person'

/** What happened to an object: who did it, acting where, and the change with personal data masked. */
export type AuditEvent = {
  id: string
  at: Date
  author: Author
  action: string
  /** `people:…`, `accounts:…`: collection and id. */
  object: string
  /** The organisation on whose behalf it was done. */
  org?: string
  before?: Readonly<Record<string, unknown>>
  after?: Readonly<Record<string, unknown>>
  purpose?: string
  request: string
  previous: string
  hash: string
}

/** The hash of an event over its content and its predecessor: to change one is to break all that follow. */
export function auditHash(event: Omit<AuditEvent, 'hash'>): string {
  const { id, at, author, action, object, org, before, after, purpose, request, previous } = event
  const content = [previous, id, at.toISOString(), author, action, object, org, before, after, purpose, request]
  return createHash('sha256')
    .update(JSON.stringify(content.map((part) => part ?? null)))
    .digest('base64url')
}

/** Actions that are looks at somebody's data: their owner is shown them. */
export const LOOKS = { 'review.reveal': 'revealIdNumber', 'review.photos': 'viewPhotos' } as const
export const isLook = (action: string): action is keyof typeof LOOKS => Object.hasOwn(LOOKS, action)
