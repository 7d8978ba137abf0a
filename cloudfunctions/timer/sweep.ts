import { files } from '../_platform/cloud'
import type { StoredTicket, TicketOf } from '../_platform/db/stored'
import type { World } from '../_platform/world'

const BATCH = 50

const isUpload = (ticket: StoredTicket): ticket is TicketOf<'upload'> => ticket.kind === 'upload'

/** Whether the file of an upload has found its place: with a decision, or with a letter. */
async function isUsed({ db }: World, { purpose, subject, fileId }: TicketOf<'upload'>): Promise<boolean> {
  if (!fileId) return false
  if (purpose === 'proof') return ((await db.people.find(subject))?.checkIn.offline?.photos ?? []).includes(fileId)
  const people = await db.people.list({ accountId: subject }, { limit: 5 })
  return people.some(({ letterFiles }) => letterFiles?.includes(fileId))
}

/** Removes uploads, codes and limits that are over, and photos that nobody came to use. Branch codes stay, to say that they are over. */
export async function sweep(world: World, now: Date): Promise<void> {
  const { db } = world
  const options = { order: { by: 'expiresAt', direction: 1 }, limit: BATCH } as const
  const [uploads, codes, limits] = await Promise.all([
    db.tickets.list({ kind: 'upload', expiresAt: { lte: now } }, options),
    db.tickets.list({ kind: 'smsCode', expiresAt: { lte: now } }, options),
    db.limits.list({ expiresAt: { lte: now } }, options),
  ])
  for (const upload of uploads.filter(isUpload)) {
    if (upload.fileId && !(await isUsed(world, upload))) await files.remove([upload.fileId])
  }
  await Promise.all([...uploads, ...codes].map((ticket) => db.tickets.remove(ticket)))
  await Promise.all(limits.map((limit) => db.limits.remove(limit)))
}
