import { accept, refuse, type Outcome } from '#domain/outcome'
import { files } from '../cloud'
import { newToken } from '../crypto/token'
import type { Database } from '../db/database'
import type { StoredTicket, TicketOf } from '../db/stored'
import { cleanPhoto, type PhotoRefusal } from './clean-photo'

const UPLOAD_LIFETIME = 60 * 60 * 1000
/** A cleaned photo waits this long for the decision that uses it; afterwards it is swept away. */
const KEPT_UNUSED = 24 * 60 * 60 * 1000

type Uploader = { accountId: string; purpose: 'proof' | 'letter'; subject: string }

/** Opens a place for one upload. The path is random, and only this account can have the file there accepted. */
export async function startUpload(db: Database, { accountId, purpose, subject }: Uploader, now: Date) {
  const ticket = newToken()
  const cloudPath = `incoming/${newToken()}`
  await db.tickets.insert({
    _id: ticket,
    kind: 'upload',
    subject,
    purpose,
    accountId,
    cloudPath,
    createdAt: now,
    createdBy: accountId,
    expiresAt: new Date(now.getTime() + UPLOAD_LIFETIME),
  } as Omit<TicketOf<'upload'>, 'rev' | 'v'>) // the union of tickets loses its members under Omit
  return { ticket, cloudPath }
}

const isUpload = (ticket: StoredTicket | undefined): ticket is TicketOf<'upload'> => ticket?.kind === 'upload'

/** The uploads of one account for one purpose and subject; any other ticket is as good as none. */
export async function readyUploads(
  db: Database,
  ids: readonly string[],
  { accountId, purpose, subject }: Uploader,
): Promise<string[] | undefined> {
  const tickets = (await db.tickets.findMany(ids)).filter(isUpload)
  const fileIds = ids.map((id) => tickets.find(({ _id }) => _id === id))
  const ready = fileIds.flatMap((ticket) =>
    ticket?.fileId && ticket.accountId === accountId && ticket.purpose === purpose && ticket.subject === subject
      ? [ticket.fileId]
      : [],
  )
  return ready.length === ids.length ? ready : undefined
}

/**
 * Takes in what the client has put at the ticket's path: checks it, stores a cleaned copy under a private random name
 * and removes the original. The file must lie at this ticket's own path.
 */
export async function addUpload(
  db: Database,
  input: { ticket: string; fileId: string },
  owner: Pick<Uploader, 'accountId' | 'purpose'>,
  now: Date,
): Promise<Outcome<{ ticket: string; width: number; height: number; bytes: number }, PhotoRefusal | 'NOT_FOUND'>> {
  const ticket = await db.tickets.find(input.ticket)
  if (!isUpload(ticket) || ticket.accountId !== owner.accountId || ticket.purpose !== owner.purpose)
    return refuse('NOT_FOUND')
  if (ticket.expiresAt < now || !input.fileId.endsWith(`/${ticket.cloudPath}`)) return refuse('NOT_FOUND')

  // a retry after the answer was lost: the cleaned copy is there, the original may be still
  if (ticket.photo) {
    await files.remove([input.fileId])
    return accept({ ticket: ticket._id, ...ticket.photo })
  }

  const original = await files.get(input.fileId).catch(() => undefined)
  if (!original) return refuse('NOT_FOUND')
  const cleaned = cleanPhoto(original)
  if (!cleaned.ok) {
    await files.remove([input.fileId])
    return cleaned
  }

  const { content, extension, width, height } = cleaned.value
  const fileId = await files.put(`${ticket.purpose}/${newToken()}.${extension}`, content)
  const photo = { width, height, bytes: content.length }
  const kept = { ...ticket, fileId, photo, expiresAt: new Date(now.getTime() + KEPT_UNUSED) }
  if (!(await db.tickets.replace(ticket, kept))) return refuse('NOT_FOUND')
  // only now: a try that broke off before can be made again
  await files.remove([input.fileId])
  return accept({ ticket: ticket._id, ...photo })
}
