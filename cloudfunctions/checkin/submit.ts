import { CONSENT_VERSIONS } from '#contract/account'
import { refuse } from '#domain/outcome'
import { waitToSubmit } from '#domain/submission-pace'
import { reviewingOrg } from '../_platform/branch'
import { firstAnswer } from '../_platform/db/aggregate'
import type { StoredAccount } from '../_platform/db/stored'
import { readyUploads } from '../_platform/photos/upload'
import type { Handler } from '../_platform/serve'
import type { World } from '../_platform/world'
import { chosenBranch } from './chosen-branch'
import { judgedForm } from './judged-form'
import { claimMemberNumber } from './member-number'
import { holderOf, idOnFile, onFile } from './on-file'
import { decideSubmission } from './submission'
import type { Submit } from './submit-call'

const agreed = ({ consents }: StoredAccount) =>
  consents.find(({ kind }) => kind === 'idData')?.version === CONSENT_VERSIONS.idData

/** Nothing of a child stays behind: the draft goes too. */
const eraseDraft = (world: World, { _id }: StoredAccount) =>
  world.db.accounts.amend(_id, ({ outbox }) => ({ content: { draft: undefined }, outbox }))

/** Three round trips: who asks, everything that the form touches side by side, and the one write. */
export const submit: Handler<Submit> = async (given) => {
  const { account, self, world, now, cause } = given
  if (!account) return refuse('SIGNED_OUT')
  const call = { ...given, account }
  const answered = firstAnswer<{ status: 'pending'; version: number }>(self, cause)
  if (answered) return answered
  if (!agreed(account)) return refuse('CONSENT_MISSING')

  const judged = await judgedForm(call)
  if (!judged.ok) {
    if (judged.code === 'UNDER_14') await eraseDraft(world, account)
    return judged
  }
  const values = judged.value
  if (self?.checkIn.status === 'approved') return refuse('ALREADY_CHECKED_IN')
  const waitSeconds = waitToSubmit(self?.checkIn.history ?? [], now)
  if (waitSeconds > 0) return refuse('TOO_OFTEN', { waitSeconds })

  const { db } = world
  const photos = values.letter?.photos ?? []
  const [chosen, found, letterFiles, numberFree] = await Promise.all([
    chosenBranch(call),
    onFile(call, values.idNumber),
    photos.length > 0
      ? readyUploads(db, photos, { accountId: account._id, purpose: 'letter', subject: account._id })
      : [],
    values.memberNumber ? claimMemberNumber(db, values.memberNumber, account._id, now) : true,
  ])
  if (!chosen.ok) return chosen
  const holder = holderOf(found.person, account._id)
  if (holder) return idOnFile(holder)
  if (self && self._id !== found.id && self.checkIn.status === 'pending') return refuse('ALREADY_SUBMITTED')
  if (!letterFiles) return refuse('FORM_INVALID', { issues: ['letter:LETTER_PHOTOS_MISSING'] })
  if (!numberFree) return refuse('MEMBER_NUMBER_TAKEN')

  const { org: branch, operators } = chosen.value
  const submission = {
    personId: found.id,
    values,
    branch,
    reviewOrg: await reviewingOrg(db, branch, operators, account._id),
    letterFiles,
    superseded: self && self._id !== found.id ? self._id : undefined,
  }
  return db.people.change(found.id, cause, (before) => decideSubmission(call, submission, before), {
    document: found.person,
  })
}
