import { REAL_NAME } from '#domain/limits'
import { accept } from '#domain/outcome'
import type { Author } from '#domain/person'
import { applyCheck, REAL_NAME_STATUS_LABELS, type CheckClass } from '#domain/real-name'
import { historyWith } from '#domain/history'
import { open } from '../_platform/crypto/envelope'
import { personPlace } from '../_platform/crypto/sealed-fields'
import { digest } from '../_platform/crypto/token'
import type { StoredPerson } from '../_platform/db/stored'
import { effect, type EffectOf } from '../_platform/effects'
import { take } from '../_platform/limits'
import type { World } from '../_platform/world'

const SYSTEM: Author = { kind: 'system', job: 'realNameCheck' }
const DAY_SECONDS = 86_400

const isOver = ({ realName }: StoredPerson, startedAt: Date) =>
  realName.startedAt.getTime() !== startedAt.getTime() ||
  realName.status === 'passed' ||
  realName.status === 'offlinePassed'

/** Nobody tries out other people's names or numbers: what is over the day's budget waits like a throttled call. */
async function withinBudget({ db }: World, { _id, identity }: StoredPerson, now: Date): Promise<boolean> {
  const budgets = [
    { key: `realName:number:${_id}`, max: REAL_NAME.perNumberPerDay },
    { key: `realName:name:${digest(identity.name)}`, max: REAL_NAME.perNamePerDay },
  ]
  const taken = await Promise.all(budgets.map(({ key, max }) => take(db, key, [{ seconds: DAY_SECONDS, max }], now)))
  return taken.every(({ ok }) => ok)
}

async function ask(world: World, person: StoredPerson, now: Date): Promise<CheckClass> {
  if (!(await withinBudget(world, person, now))) return 'throttled'
  const idNumber = open(world.keys.field, personPlace(person._id, 'idNumber'), person.sealed.idNumber)
  return (await world.realName.verify(person.identity.name, idNumber)).class
}

/**
 * Asks the provider once and writes what it means. Returns when to ask again. A decision that was made meanwhile stands:
 * the rule is applied to the person as they are when it is written.
 */
export async function checkRealName(
  world: World,
  id: string,
  owed: EffectOf<'realNameCheck'>,
  request: string,
  now: Date,
): Promise<Date | undefined> {
  const person = await world.db.people.find(id)
  if (!person || isOver(person, owed.startedAt)) return undefined

  const answer = await ask(world, person, now)
  let retryAt: Date | undefined
  const written = await world.db.people.change(id, { request, now }, (current) => {
    retryAt = undefined
    // gone or settled while the provider thought: there is nothing to write, and nobody to tell
    if (!current || isOver(current, owed.startedAt)) return { ok: false, code: 'OVER' as const }
    const checked = applyCheck(current.realName, answer, now, world.random())
    retryAt = checked.retryAt
    const { status } = checked.realName
    const counted = checked.realName.attempts !== current.realName.attempts || status !== current.realName.status
    const note = REAL_NAME_STATUS_LABELS[status]
    const history = counted
      ? historyWith(current.checkIn.history, { at: now, move: 'verify', author: SYSTEM, note })
      : current.checkIn.history
    const opensOffline =
      status === 'failed' && current.realName.status !== 'failed' && current.checkIn.status === 'pending'
    return accept({
      content: { ...current, realName: checked.realName, checkIn: { ...current.checkIn, history } },
      answer: status,
      audit: {
        author: SYSTEM,
        action: `realName.${answer}`,
        org: current.checkIn.branchId,
        before: { realName: current.realName.status },
        after: { realName: status },
      },
      effects: opensOffline ? [offlinePossible(current, `${request}:${id}:offline`, now)] : [],
    })
  })
  if (!written.ok && written.code === 'BUSY') throw new Error('the result could not be written')
  return retryAt
}

const offlinePossible = ({ _id, checkIn, identity, reviewOrgName }: StoredPerson, effectId: string, now: Date) =>
  effect(
    {
      kind: 'notice',
      to: { operatorsOf: checkIn.reviewOrg },
      notice: 'offlinePossible',
      role: 'decide',
      name: identity.name,
      orgId: checkIn.reviewOrg,
      orgName: reviewOrgName,
      person: _id,
    },
    effectId,
    now,
  )
