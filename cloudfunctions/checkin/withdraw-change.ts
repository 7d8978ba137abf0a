import type { checkin } from '#contract/checkin'
import { accept, refuse } from '#domain/outcome'
import { withdrawChange as withdrawn } from '#domain/profile-change'
import type { Handler } from '../_platform/serve'
import { selfAuthor } from './self'

export const withdrawChange: Handler<typeof checkin.withdrawChange> = async ({
  input,
  self,
  account,
  world,
  now,
  cause,
}) => {
  if (!self || !account) return refuse('NOT_FOUND')
  return world.db.people.change(
    self._id,
    cause,
    (person) => {
      if (!person) return refuse('NOT_FOUND')
      const author = selfAuthor(account, person)
      const decided = withdrawn(person, author, input, now)
      if (!decided.ok) return decided.code === 'NOT_YOURS' ? refuse('NOT_FOUND') : refuse(decided.code, decided.detail)
      return accept({
        content: { ...person, ...decided.value },
        answer: { status: 'withdrawn' as const },
        audit: { author, action: 'checkin.withdrawChange', org: person.checkIn.branchId },
      })
    },
    { document: self },
  )
}
