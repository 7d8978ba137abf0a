import type { checkin } from '#contract/checkin'
import { withdrawCheckIn } from '#domain/check-in'
import { accept, refuse } from '#domain/outcome'
import { effect } from '../_platform/effects'
import type { Handler } from '../_platform/serve'
import { selfAuthor } from './self'

/** Typed by the member, so that nobody withdraws by a slip of the thumb. */
const CONFIRMATION = '撤回'

export const withdraw: Handler<typeof checkin.withdraw> = async ({ input, self, account, world, now, cause }) => {
  if (!self || !account) return refuse('NOT_FOUND')
  if (input.confirmation.trim() !== CONFIRMATION) return refuse('CONFIRMATION_WRONG')

  return world.db.people.change(
    self._id,
    cause,
    (person) => {
      if (!person) return refuse('NOT_FOUND')
      const author = selfAuthor(account, person)
      const withdrawn = withdrawCheckIn(person, author, input, now)
      if (!withdrawn.ok)
        return withdrawn.code === 'NOT_YOURS' ? refuse('NOT_FOUND') : refuse(withdrawn.code, withdrawn.detail)
      const { checkIn, identity } = withdrawn.value
      return accept({
        content: { ...person, ...withdrawn.value },
        answer: { status: checkIn.status, version: checkIn.version },
        audit: {
          author,
          action: 'checkin.withdraw',
          org: checkIn.branchId,
          before: { status: 'pending' },
          after: { status: checkIn.status },
        },
        effects: [
          effect(
            {
              kind: 'notice',
              to: { operatorsOf: checkIn.reviewOrg },
              notice: 'checkInWithdrawn',
              role: 'know',
              name: identity.name,
              orgId: checkIn.reviewOrg,
              person: person._id,
            },
            `${cause.request}:withdrawn`,
            now,
          ),
        ],
      })
    },
    { document: self },
  )
}
