import { submitCheckIn } from '#domain/check-in'
import type { ReadyValues } from '#domain/check-in-values'
import { HOUR } from '#domain/limits'
import { accept, refuse } from '#domain/outcome'
import type { Person } from '#domain/person'
import { open } from '../_platform/crypto/envelope'
import { accountPlace, sealPerson } from '../_platform/crypto/sealed-fields'
import type { Content, Decision } from '../_platform/db/document'
import type { StoredOrg, StoredPerson } from '../_platform/db/stored'
import { effect, type Effect } from '../_platform/effects'
import type { Call } from '../_platform/serve'
import { holderOf, idOnFile } from './on-file'
import { selfAuthor } from './self'
import type { Submit, SubmitCall } from './submit-call'

/** Everything that was found out before the one write. */
export type Submission = {
  personId: string
  values: ReadyValues
  branch: StoredOrg
  reviewOrg: StoredOrg
  letterFiles: readonly string[]
  /** The person under a number that was typed wrongly before. */
  superseded: string | undefined
}
type Answer = { status: Person['checkIn']['status']; version: number }
type Refusal = 'ID_ON_FILE' | 'STALE' | 'OTHER_PERSON' | 'ALREADY_SUBMITTED' | 'ALREADY_CHECKED_IN'

function effectsOf(
  before: StoredPerson | undefined,
  next: Pick<StoredPerson, '_id' | 'checkIn' | 'realName' | 'identity' | 'reviewOrgName'>,
  superseded: string | undefined,
  cause: Call<Submit>['cause'],
): Effect[] {
  const { now, request } = cause
  const { checkIn, realName, identity, _id } = next
  const at = (hours: number) => new Date(now.getTime() + hours * HOUR)
  const checks =
    realName.status === 'verifying' && realName.startedAt.getTime() !== before?.realName.startedAt.getTime()
  return [
    effect(
      {
        kind: 'notice',
        to: { operatorsOf: checkIn.reviewOrg },
        notice: 'checkInSubmitted',
        role: 'decide',
        name: identity.name,
        orgId: checkIn.reviewOrg,
        orgName: next.reviewOrgName,
        person: _id,
      },
      `${request}:submitted`,
      now,
    ),
    ...[24, 48].map((hours) =>
      effect({ kind: 'reviewReminder', version: checkIn.version }, `${request}:remind${hours}`, at(hours)),
    ),
    ...(checks ? [effect({ kind: 'realNameCheck', startedAt: realName.startedAt }, `${request}:check`, now)] : []),
    ...(superseded ? [effect({ kind: 'eraseSuperseded', person: superseded }, `${request}:superseded`, now)] : []),
  ]
}

const nameOf = ({ alias, shortName }: StoredOrg) => alias ?? shortName

/** The person as they are stored: the rule's person with the numbers sealed and the names that lists show. */
function contentOf(
  { world, account }: SubmitCall,
  { personId, values, branch, reviewOrg, letterFiles }: Submission,
  person: Person,
): Content<StoredPerson> {
  const { field } = world.keys
  const phone = open(field, accountPlace(account._id), account.sealedPhone)
  return {
    ...person,
    ...sealPerson(field, personId, { idNumber: values.idNumber, mobile: phone }),
    idTail: values.idNumber.slice(-4),
    ...(letterFiles.length > 0 ? { letterFiles } : {}),
    branchName: nameOf(branch),
    reviewOrgName: nameOf(reviewOrg),
  }
}

const shown = ({ checkIn, identity }: Pick<Person, 'checkIn' | 'identity'>) => ({
  status: checkIn.status,
  version: checkIn.version,
  branch: checkIn.branchId,
  idNumber: identity.idMask,
})

/** Decides on the submission as the document is now, whoever wrote it last. */
export function decideSubmission(
  call: SubmitCall,
  submission: Submission,
  before: StoredPerson | undefined,
): Decision<StoredPerson, Answer, Refusal> {
  const { account, input, now, cause } = call
  const holder = holderOf(before, account._id)
  if (holder) return idOnFile(holder)
  const mine = before?.accountId === account._id ? before : undefined
  if (mine && mine.checkIn.version !== input.version && mine.checkIn.status !== 'pending') return refuse('STALE')

  const { personId, values, branch, reviewOrg, superseded } = submission
  const submitted = submitCheckIn(
    mine,
    {
      personId,
      accountId: account._id,
      values,
      mobileMask: account.phoneMask,
      branchId: branch._id,
      reviewOrg: reviewOrg._id,
      anc: branch.path,
    },
    now,
  )
  if (!submitted.ok) {
    return submitted.code === 'NOT_YOURS' ? refuse('OTHER_PERSON') : refuse(submitted.code, submitted.detail)
  }
  // a number taken over from another account goes on counting: no old page can decide what it never saw
  const checkIn = { ...submitted.value.checkIn, version: (before?.checkIn.version ?? 0) + 1 }
  const content = contentOf(call, submission, { ...submitted.value, checkIn })
  return accept({
    content,
    answer: { status: checkIn.status, version: checkIn.version },
    audit: {
      author: selfAuthor(account, content),
      action: 'checkin.submit',
      org: checkIn.branchId,
      ...(mine ? { before: shown(mine) } : {}),
      after: shown(content),
    },
    effects: effectsOf(mine, content, superseded, cause),
  })
}
