import { isLook } from '../_platform/audit'
import type { Effect } from '../_platform/effects'
import { files } from '../_platform/cloud'
import type { World } from '../_platform/world'
import { notify } from './notify'
import { checkRealName } from './real-name-check'

export type Owner = { collection: string; id: string }

/** Carries out one effect. Returns when to come back, if it is not over. Twice does no more than once. */
export async function deliver(
  world: World,
  owner: Owner,
  owed: Effect,
  request: string,
  now: Date,
): Promise<Date | undefined> {
  switch (owed.kind) {
    case 'audit': {
      const { author, action, object } = owed.event
      const actor = author.kind === 'system' ? `system:${author.job}` : author.accountId
      // false means that an earlier try has written it
      await world.db.audit.insert({
        ...owed.event,
        _id: owed.event.id,
        actor,
        ...(isLook(action) ? { look: object } : {}),
      })
      return undefined
    }
    case 'notice':
      await notify(world, owed, now)
      return undefined
    case 'reviewReminder':
      return remind(world, owner, owed.version, owed.id, now)
    case 'realNameCheck':
      return checkRealName(world, owner.id, owed, request, now)
    case 'eraseSuperseded':
      return eraseSuperseded(world, owner.id, owed.person, now)
    case 'erasePhotos':
      await files.remove(owed.fileIds)
      return undefined
    default:
      // written by a newer version, or spoilt: struck off as done it would be lost
      throw new Error(`no way to deliver ${String((owed as Effect).kind)}`)
  }
}

async function remind(world: World, { id }: Owner, version: number, effectId: string, now: Date): Promise<undefined> {
  const person = await world.db.people.find(id)
  if (person?.checkIn.status !== 'pending' || person.checkIn.version !== version) return undefined
  const { reviewOrg } = person.checkIn
  await notify(
    world,
    {
      id: effectId,
      kind: 'notice',
      to: { operatorsOf: reviewOrg },
      notice: 'reviewReminder',
      role: 'decide',
      name: person.identity.name,
      orgId: reviewOrg,
      orgName: person.reviewOrgName,
      person: id,
    },
    now,
  )
  return undefined
}

/** The document under a mistyped number goes when it owes nothing more and is nobody's again. */
async function eraseSuperseded(world: World, by: string, id: string, now: Date): Promise<Date | undefined> {
  const [superseded, successor] = await Promise.all([world.db.people.find(id), world.db.people.find(by)])
  if (!superseded || superseded.accountId !== successor?.accountId || superseded.checkIn.status === 'approved')
    return undefined
  // reminders come to nothing once the check-in is over; everything else is delivered first
  const owes = superseded.outbox.some(({ kind }) => kind === 'audit' || kind === 'notice')
  if (!owes && (await world.db.people.remove(superseded))) return undefined
  return new Date(now.getTime() + 60_000)
}
