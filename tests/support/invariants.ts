import { CHECK_IN_MOVES, CHECK_IN_NEXT, type CheckInMove, type CheckInStatus } from '#domain/check-in'
import { LISTS } from '#domain/limits'
import { maskPhone } from '#domain/masks'
import { auditHash, type AuditEvent } from '../../cloudfunctions/_platform/audit'
import { keyedHash } from '../../cloudfunctions/_platform/crypto/keyed-hash'
import { open } from '../../cloudfunctions/_platform/crypto/envelope'
import type { Keyring } from '../../cloudfunctions/_platform/crypto/keyring'
import type { Aggregate } from '../../cloudfunctions/_platform/db/document'
import type { StoredAccount, StoredAudit, StoredPerson, StoredPost } from '../../cloudfunctions/_platform/db/stored'
import { nextDue } from '../../cloudfunctions/_platform/effects'
import type { Stored } from './raw'

type Violation = string

/** The audit action of every move in a history. */
const RECORDED_AS: Record<string, string> = {
  submit: 'checkin.submit',
  withdraw: 'checkin.withdraw',
  approve: 'review.approve',
  approveOffline: 'review.approveOffline',
  sendBack: 'review.sendBack',
  change: 'checkin.change',
  withdrawChange: 'checkin.withdrawChange',
  applyChange: 'review.change.applied',
  returnChange: 'review.change.returned',
}

/** The notice that an audited action owes, by the name of its effect. */
const OWES: Record<string, (event: AuditEvent, person: string) => string> = {
  'checkin.submit': ({ request }) => `${request}:submitted`,
  'checkin.withdraw': ({ request }) => `${request}:withdrawn`,
  'review.approve': ({ request }, person) => `${request}:${person}:decided`,
  'review.approveOffline': ({ request }, person) => `${request}:${person}:decided`,
  'review.sendBack': ({ request }, person) => `${request}:${person}:decided`,
  'review.change.applied': ({ request }, person) => `${request}:${person}:change`,
  'review.change.returned': ({ request }, person) => `${request}:${person}:change`,
}

const isMove = (move: string): move is CheckInMove => (CHECK_IN_MOVES as readonly string[]).includes(move)

/** The history led from nothing to the present status by moves of the table. */
function edges({ checkIn: { history, status } }: StoredPerson): Violation[] {
  if (history.length >= LISTS.history) return [] // its beginning is in the audit log alone
  let at: CheckInStatus = 'draft'
  for (const { move } of history) {
    if (!isMove(move)) continue
    const next: CheckInStatus | undefined = CHECK_IN_NEXT[at][move]
    if (!next) return [`${move} from ${at} is no move`]
    at = next
  }
  return at === status ? [] : [`the history leads to ${at}, the status is ${status}`]
}

/** Delivered or owed, each event of an object follows on one other, and the last is the document's head. */
function chain(events: readonly AuditEvent[], head: string): Violation[] {
  const byPrevious = new Map(events.map((event) => [event.previous, event]))
  if (byPrevious.size !== events.length) return ['two audit events follow on the same one']
  let [last, length] = ['', 0]
  for (let event = byPrevious.get(''); event; event = byPrevious.get(event.hash)) {
    if (auditHash(event) !== event.hash) return [`the hash of ${event.action} is wrong`]
    last = event.hash
    length += 1
  }
  if (length !== events.length) return [`${events.length - length} audit events hang on nothing`]
  return last === head ? [] : ['the last audit event is not the head of its document']
}

const eventsOf = (object: string, { outbox }: Aggregate, delivered: readonly StoredAudit[]): AuditEvent[] => {
  const owed = outbox.flatMap((effect) => (effect.kind === 'audit' ? [effect.event] : []))
  const all = [...delivered.filter((event) => event.object === object), ...owed]
  return [...new Map(all.map((event) => [event.id, event])).values()]
}

/** One audit event a move, with its author and its time. */
function recorded({ checkIn: { history } }: StoredPerson, events: readonly AuditEvent[]): Violation[] {
  return Object.entries(RECORDED_AS).flatMap(([move, action]) => {
    const moves = history.filter((entry) => entry.move === move)
    const signed = (at: Date, author: unknown) => JSON.stringify([at, author])
    const written = events.filter((event) => event.action === action)
    const lacking = moves.filter(
      ({ at, author }) => !written.some((event) => signed(event.at, event.author) === signed(at, author)),
    )
    const twice = history.length < LISTS.history && move !== 'submit' && written.length > moves.length
    return [
      ...lacking.map(() => `${move} has no audit event with its author and time`),
      ...(twice ? [`${action} is recorded ${written.length} times for ${moves.length} moves`] : []),
    ]
  })
}

function decided(
  { accountId, checkIn, realName, membership }: StoredPerson,
  posts: readonly StoredPost[],
): Violation[] {
  const { status, decidedBy, decidedAt, returnReason, offline, branchId } = checkIn
  const found: Violation[] = []
  if ((membership !== undefined) !== (status === 'approved')) found.push('member and approved are not the same')
  if (membership && membership.branchId !== branchId) found.push('the branch is not the one that was asked for')
  if (status === 'approved' || status === 'returned') {
    const authority =
      decidedBy?.kind === 'cadre' &&
      decidedBy.accountId !== accountId &&
      decidedBy.orgId === checkIn.reviewOrg &&
      posts.some(
        (post) =>
          post.accountId === decidedBy.accountId &&
          post.orgId === decidedBy.orgId &&
          post.operator &&
          post.state === 'active',
      )
    if (!decidedAt || !authority) found.push('decided by nobody who may')
  }
  if (status === 'returned' && !returnReason) found.push('returned without a reason')
  if (realName.status === 'offlinePassed' && !(offline?.photos.length && offline.explanation))
    found.push('verified offline without photos or explanation')
  if (status === 'approved' && !['passed', 'offlinePassed'].includes(realName.status))
    found.push('approved without a verified name')
  return found
}

/** What is owed is in the outbox, delivered, or laid aside; and the timer will find it. */
function owed(person: StoredPerson, events: readonly AuditEvent[], stored: Stored): Violation[] {
  const kept = new Set(person.outbox.map(({ id }) => id))
  for (const { _id } of stored.jobs ?? []) kept.add(_id)
  for (const { _id, accountId } of stored.notices ?? []) kept.add(_id.slice(0, -String(accountId).length - 1))
  return events.flatMap((event) => {
    const id = OWES[event.action]?.(event, person._id)
    return id && !kept.has(id) ? [`the notice of ${event.action} is lost`] : []
  })
}

function sealed({ _id, sealed: { idNumber, mobile }, idTail }: StoredPerson, { field, index }: Keyring): Violation[] {
  try {
    const number = open(field, { collection: 'people', id: _id, field: 'idNumber' }, idNumber)
    open(field, { collection: 'people', id: _id, field: 'mobile' }, mobile)
    if (keyedHash(index, 'idNumber', number, Number(_id.split('_')[0])) !== _id) return ['the number is not the key']
    return number.endsWith(idTail) ? [] : ['the tail is not the number’s']
  } catch {
    return ['a sealed field does not open']
  }
}

function phone({ _id, sealedPhone, phoneHash, phoneMask }: StoredAccount, { field, index }: Keyring): Violation[] {
  const number = open(field, { collection: 'accounts', id: _id, field: 'phone' }, sealedPhone)
  const fits = keyedHash(index, 'phone', number, Number(phoneHash.split('_')[0])) === phoneHash
  return fits && maskPhone(number) === phoneMask ? [] : ['the phone is not the one of its hash and mask']
}

const found = ({ outbox, dueAt }: Aggregate): Violation[] =>
  (nextDue(outbox)?.getTime() ?? null) === (dueAt?.getTime() ?? null) ? [] : ['the timer will not find the outbox']

const twice = <T>(list: readonly T[], keyOf: (each: T) => string | undefined): string[] => {
  const keys = list.map(keyOf).filter((key) => key !== undefined)
  return keys.filter((key, place) => keys.indexOf(key) !== place)
}

/** Whatever in the storage may never be, at any moment: an empty list is the only good answer. */
export function violations(stored: Stored, keys: Keyring): Violation[] {
  // the collections hold what the product's adapter wrote
  const [people, accounts, posts, audit] = [stored.people, stored.accounts, stored.posts, stored.audit] as unknown as [
    StoredPerson[],
    StoredAccount[],
    StoredPost[],
    StoredAudit[],
  ]
  const open = people.filter(({ checkIn }) => checkIn.status === 'pending' || checkIn.status === 'approved')
  return [
    ...twice(open, ({ accountId }) => accountId).map((id) => `account ${id} has two applications`),
    ...twice(open, ({ profile }) => profile.memberNumber).map((number) => `member number ${number} is held twice`),
    ...twice(accounts, ({ phoneHash }) => phoneHash).map((hash) => `phone ${hash} has two accounts`),
    ...people.flatMap((person) => {
      const events = eventsOf(`people:${person._id}`, person, audit)
      return [
        ...edges(person),
        ...chain(events, person.auditHead),
        ...recorded(person, events),
        ...decided(person, posts),
        ...owed(person, events, stored),
        ...sealed(person, keys),
        ...found(person),
      ].map((what) => `person ${person._id}: ${what}`)
    }),
    ...accounts.flatMap((account) =>
      [
        ...chain(eventsOf(`accounts:${account._id}`, account, audit), account.auditHead),
        ...phone(account, keys),
        ...found(account),
      ].map((what) => `account ${account._id}: ${what}`),
    ),
  ]
}
