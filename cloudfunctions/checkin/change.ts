import type { checkin } from '#contract/checkin'
import { dayOf } from '#domain/calendar'
import { checkChange } from '#domain/check-in-form'
import type { CheckInField } from '#domain/check-in-values'
import { accept, refuse } from '#domain/outcome'
import { requestChange, splitChange } from '#domain/profile-change'
import { shownValue } from '../_platform/change-view'
import type { StoredPerson } from '../_platform/db/stored'
import { effect } from '../_platform/effects'
import type { Handler } from '../_platform/serve'
import { claimMemberNumber } from './member-number'
import { selfAuthor } from './self'

const shown = (profile: Partial<StoredPerson['profile']>, fields: readonly CheckInField[]) =>
  Object.fromEntries(fields.map((field) => [field, shownValue(field, profile[field as keyof StoredPerson['profile']])])) // split fields are profile fields

export const change: Handler<typeof checkin.change> = async ({ input, self, account, world, now, cause }) => {
  if (!self || !account) return refuse('NOT_FOUND')
  const checked = checkChange(self, input.values, { today: dayOf(now) })
  const errors = checked.issues.filter(({ level }) => level === 'error')
  if (errors.length > 0 || !checked.ready)
    return refuse('FORM_INVALID', { issues: errors.map(({ field, code }) => `${field}:${code}`) })
  const wanted = checked.ready

  const number = wanted.memberNumber
  if (
    number &&
    number !== self.profile.memberNumber &&
    !(await claimMemberNumber(world.db, number, account._id, now))
  ) {
    return refuse('MEMBER_NUMBER_TAKEN')
  }

  return world.db.people.change(
    self._id,
    cause,
    (person) => {
      if (!person) return refuse('NOT_FOUND')
      const author = selfAuthor(account, person)
      const requested = requestChange(person, author, wanted, now)
      if (!requested.ok) {
        return requested.code === 'NOT_YOURS' || requested.code === 'NOT_CHECKED_IN'
          ? refuse('NOT_FOUND')
          : refuse(requested.code, requested.detail)
      }
      const split = splitChange(person.profile, wanted)
      // the split is by field of the profile
      const [applied, pending] = [Object.keys(split.free), Object.keys(split.review)] as [
        CheckInField[],
        CheckInField[],
      ]
      return accept({
        content: { ...person, ...requested.value },
        answer: { applied, pending },
        audit: {
          author,
          action: 'checkin.change',
          org: person.checkIn.branchId,
          before: shown(person.profile, [...applied, ...pending]),
          after: shown(wanted, [...applied, ...pending]),
        },
        effects:
          pending.length === 0
            ? []
            : [
                effect(
                  {
                    kind: 'notice',
                    to: { operatorsOf: person.checkIn.reviewOrg },
                    notice: 'changeSubmitted',
                    role: 'decide',
                    name: person.identity.name,
                    orgId: person.checkIn.reviewOrg,
                    person: person._id,
                  },
                  `${cause.request}:change`,
                  now,
                ),
              ],
      })
    },
    { document: self },
  )
}
