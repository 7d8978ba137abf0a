import { CONSENT_VERSIONS } from '#contract/account'
import type { checkin } from '#contract/checkin'
import { dayOf } from '#domain/calendar'
import { submitCheckIn } from '#domain/check-in'
import { checkForm } from '#domain/check-in-form'
import type { ReadyValues } from '#domain/check-in-values'
import { HOUR } from '#domain/limits'
import { maskOrgName } from '#domain/masks'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { type CodeRefusal, isOpenBranch, judgeCode, operatorsOf, reviewingOrg } from '../_platform/branch'
import { open, seal } from '../_platform/crypto/envelope'
import { keyedHash, keyedHashes } from '../_platform/crypto/keyed-hash'
import type { Change } from '../_platform/db/document'
import type { StoredAccount, StoredOrg, StoredPerson, StoredPost } from '../_platform/db/stored'
import { effect, type Effect } from '../_platform/effects'
import { readyUploads } from '../_platform/photos/upload'
import type { Call, Handler } from '../_platform/serve'
import type { World } from '../_platform/world'
import { claimMemberNumber } from './member-number'
import { selfAuthor } from './self'

type Submit = typeof checkin.submit
type SubmitCall = Call<Submit> & { account: StoredAccount }

const place = (id: string, field: 'idNumber' | 'mobile') => ({ collection: 'people', id, field })

/** The number typed, or the one on file: a returned form is sent again without it. */
const idNumberOf = ({ input, self, world }: SubmitCall): string =>
  input.values.idNumber ?? (self ? open(world.keys.field, place(self._id, 'idNumber'), self.sealed.idNumber) : '')

/** Judges the form. Someone over 28 may come in with a post; only then are posts looked up. */
async function readyValues(call: SubmitCall): Promise<Outcome<ReadyValues, 'FORM_INVALID' | 'UNDER_14'>> {
  const values = { ...call.input.values, idNumber: idNumberOf(call) }
  const judge = (holdsPost: boolean) => checkForm(values, { today: dayOf(call.now), holdsPost })

  let judged = judge(false)
  if (judged.issues.some(({ code }) => code === 'OVER_28')) {
    const posts = await call.world.db.posts.list({ accountId: call.account._id, state: 'active' }, { limit: 1 })
    judged = judge(posts.length > 0)
  }
  const errors = judged.issues.filter(({ level }) => level === 'error')
  if (errors.some(({ code }) => code === 'UNDER_14')) return refuse('UNDER_14')
  if (errors.length > 0 || !judged.ready)
    return refuse('FORM_INVALID', { issues: errors.map(({ field, code }) => `${field}:${code}`) })
  return accept(judged.ready)
}

/** Nothing of a child stays behind: the draft goes too. */
const eraseDraft = (world: World, { _id }: StoredAccount) =>
  world.db.accounts.amend(_id, ({ outbox }) => ({ content: { draft: undefined }, outbox }))

type ChosenBranch = { org: StoredOrg; operators: readonly StoredPost[] }

/** The branch that the code names, or the one of the last submission. Ticket, organisation and operators are read side by side. */
async function chosenBranch({ input, self, world, now }: SubmitCall): Promise<Outcome<ChosenBranch, CodeRefusal>> {
  const id = input.branch?.id ?? self?.checkIn.branchId
  if (!id) return refuse('CODE_UNKNOWN')
  const [ticket, org, operators] = await Promise.all([
    input.branch ? world.db.tickets.find(input.branch.code) : undefined,
    world.db.orgs.find(id),
    operatorsOf(world.db, id),
  ])
  if (input.branch) {
    const judged = judgeCode(ticket, now)
    if (!judged.ok) return judged
    if (judged.value !== id) return refuse('CODE_UNKNOWN')
  }
  return isOpenBranch(org) ? accept({ org, operators }) : refuse('CODE_REVOKED')
}

/** Whoever is on file for this number, under the present index key or an older one. */
async function onFile({ world }: SubmitCall, idNumber: string): Promise<{ id: string; person?: StoredPerson }> {
  const { index } = world.keys
  const [person] = await world.db.people.findMany(keyedHashes(index, 'idNumber', idNumber))
  return person ? { id: person._id, person } : { id: keyedHash(index, 'idNumber', idNumber) }
}

/** A number is in use while somebody's check-in with it waits or is approved; otherwise its owner may take it up. */
const isTaken = (person: StoredPerson | undefined, accountId: string) =>
  person !== undefined && person.accountId !== accountId && ['pending', 'approved'].includes(person.checkIn.status)

const idOnFile = ({ checkIn, branchName, mobileMask }: StoredPerson) =>
  refuse('ID_ON_FILE', { status: checkIn.status, branch: maskOrgName(branchName), mobile: mobileMask })

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

export const submit: Handler<Submit> = async (given) => {
  const { account, self, input, world, now, cause } = given
  if (!account) return refuse('SIGNED_OUT')
  const call = { ...given, account }
  const asked = account.consents.find(({ kind }) => kind === 'idData')
  if (asked?.version !== CONSENT_VERSIONS.idData) return refuse('CONSENT_MISSING')

  const ready = await readyValues(call)
  if (!ready.ok) {
    if (ready.code === 'UNDER_14') await eraseDraft(world, account)
    return ready
  }
  const values = ready.value
  if (self && self.checkIn.status === 'approved') return refuse('ALREADY_CHECKED_IN')

  const { keys, db } = world
  const owner = { accountId: account._id, purpose: 'letter', subject: account._id } as const
  const typed = values.letter?.photos ?? []
  const [chosen, found, letterPhotos, numberFree] = await Promise.all([
    chosenBranch(call),
    onFile(call, values.idNumber),
    typed.length > 0 ? readyUploads(db, typed, owner) : [],
    values.memberNumber ? claimMemberNumber(db, values.memberNumber, account._id, now) : true,
  ])
  if (!chosen.ok) return chosen
  if (isTaken(found.person, account._id) && found.person) return idOnFile(found.person)
  if (self && self._id !== found.id && self.checkIn.status === 'pending') return refuse('ALREADY_SUBMITTED')
  if (!letterPhotos) return refuse('FORM_INVALID', { issues: ['letter:LETTER_PHOTOS'] })

  if (!numberFree) return refuse('MEMBER_NUMBER_TAKEN')

  const branch = chosen.value.org
  const reviewOrg = await reviewingOrg(db, branch, chosen.value.operators, account._id)

  const phone = open(keys.field, { collection: 'accounts', id: account._id, field: 'phone' }, account.sealedPhone)
  const superseded = self && self._id !== found.id ? self._id : undefined
  return db.people.change(
    found.id,
    cause,
    (before) => {
      if (isTaken(before, account._id) && before) return idOnFile(before)
      const mine = before?.accountId === account._id ? before : undefined
      if (mine && mine.checkIn.version !== input.version && mine.checkIn.status !== 'pending') return refuse('STALE')

      const submission = {
        personId: found.id,
        accountId: account._id,
        values,
        mobileMask: account.phoneMask,
        branchId: branch._id,
        reviewOrg: reviewOrg._id,
        anc: branch.path,
      }
      const submitted = submitCheckIn(mine, submission, now)
      if (!submitted.ok)
        return submitted.code === 'NOT_YOURS' ? refuse('OTHER_PERSON') : refuse(submitted.code, submitted.detail)
      const content = {
        ...submitted.value,
        // a number taken over from another account goes on counting: no old page can decide what it never saw
        checkIn: { ...submitted.value.checkIn, version: (before?.checkIn.version ?? 0) + 1 },
        sealed: {
          idNumber: seal(keys.field, place(found.id, 'idNumber'), values.idNumber),
          mobile: seal(keys.field, place(found.id, 'mobile'), phone),
        },
        idTail: values.idNumber.slice(-4),
        ...(letterPhotos.length > 0 ? { letterFiles: letterPhotos } : {}),
        branchName: branch.alias ?? branch.shortName,
        reviewOrgName: reviewOrg.alias ?? reviewOrg.shortName,
      }
      return accept(changeOf(call, mine, content, superseded))
    },
    { document: found.person },
  )
}

function changeOf(
  { account, cause }: SubmitCall,
  before: StoredPerson | undefined,
  content: Change<StoredPerson, unknown>['content'],
  superseded: string | undefined,
): Change<StoredPerson, { status: StoredPerson['checkIn']['status']; version: number }> {
  const { checkIn, identity } = content
  const shown = {
    status: checkIn.status,
    version: checkIn.version,
    branch: checkIn.branchId,
    idNumber: identity.idMask,
  }
  return {
    content,
    answer: { status: checkIn.status, version: checkIn.version },
    audit: {
      author: selfAuthor(account, content),
      action: 'checkin.submit',
      org: checkIn.branchId,
      ...(before
        ? {
            before: {
              status: before.checkIn.status,
              version: before.checkIn.version,
              branch: before.checkIn.branchId,
              idNumber: before.identity.idMask,
            },
          }
        : {}),
      after: shown,
    },
    effects: effectsOf(before, content, superseded, cause),
  }
}
