import { files } from '../_platform/cloud'
import type { Head } from '../_platform/db/collection'
import type { StoredTicket, TicketOf } from '../_platform/db/stored'
import { orLeftOutLater } from '../_platform/left-out'
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

async function sweepUpload(world: World, head: Head): Promise<void> {
  const ticket = await world.db.tickets.find(head._id)
  if (ticket && isUpload(ticket) && ticket.fileId && !(await isUsed(world, ticket))) await files.remove([ticket.fileId])
  await world.db.tickets.remove(head)
}

/**
 * Removes uploads, codes and limits that are over, and photos that nobody came to use. Branch codes stay, to say that they
 * are over. An upload that cannot be swept becomes a ticket of no kind: it opens nothing and holds up no other.
 */
export async function sweep(world: World, now: Date): Promise<void> {
  const { tickets, limits } = world.db
  const options = { order: { by: 'expiresAt', direction: 1 }, limit: BATCH } as const
  const [uploads, codes, over] = await Promise.all([
    tickets.heads({ kind: 'upload', expiresAt: { lte: now } }, options),
    tickets.heads({ kind: 'smsCode', expiresAt: { lte: now } }, options),
    limits.heads({ expiresAt: { lte: now } }, options),
  ])
  for (const head of uploads) {
    const done = await orLeftOutLater(tickets.name, head._id, () => sweepUpload(world, head))
    if (done.length === 0) await tickets.setAside(head, { kind: 'setAside' })
  }
  await Promise.all(codes.map((head) => tickets.remove(head)))
  await Promise.all(over.map((head) => limits.remove(head)))
}
