import type { review } from '#contract/review'
import { PHOTOS } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import { cadreOf } from '#domain/permissions'
import { files } from '../_platform/cloud'
import { addUpload, startUpload } from '../_platform/photos/upload'
import type { Handler } from '../_platform/serve'
import { iso } from '../_platform/views'
import { seen } from './reviewable'

export const startPhoto: Handler<typeof review.startPhoto> = async ({ input, actor, world, now }) => {
  const target = seen(actor, await world.db.people.find(input.person))
  if (!target.ok || actor.kind !== 'account') return refuse('NOT_FOUND')
  return accept(
    await startUpload(world.db, { accountId: actor.accountId, purpose: 'proof', subject: input.person }, now),
  )
}

export const addPhoto: Handler<typeof review.addPhoto> = async ({ input, actor, world, now }) =>
  actor.kind === 'account'
    ? addUpload(world.db, input, { accountId: actor.accountId, purpose: 'proof' }, now)
    : refuse('NOT_FOUND')

/** Links that expire. The look is recorded before they are made. */
export const photos: Handler<typeof review.photos> = async ({ input, actor, world, now, cause }) => {
  const author = cadreOf(actor)
  const recorded = await world.db.people.change(input.person, cause, (person) => {
    const target = seen(actor, person)
    if (!target.ok || !author || !person) return refuse('NOT_FOUND')
    const fileIds = (input.of === 'proof' ? person.checkIn.offline?.photos : person.letterFiles) ?? []
    return accept({
      content: person,
      answer: { fileIds: [...fileIds] },
      audit: { author, action: 'review.photos', org: author.orgId, purpose: input.of },
    })
  })
  if (!recorded.ok) return recorded
  const seconds = PHOTOS.linkLifetime / 1000
  const links = await files.links(recorded.value.fileIds, seconds)
  return accept({ links, expiresAt: iso(new Date(now.getTime() + PHOTOS.linkLifetime)) })
}
