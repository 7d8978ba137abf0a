import { MINUTE } from '#domain/limits'
import type { AggregateCollection } from '../_platform/db/aggregate'
import type { Aggregate } from '../_platform/db/document'
import type { Effect } from '../_platform/effects'
import { faultOf } from '../_platform/log'
import type { World } from '../_platform/world'
import { deliver } from './deliver'
import { reseal, type Resealed } from './reseal'
import { sweep } from './sweep'

/** Documents a run looks at, and how many of them at once: a run ends long before the platform would end it. */
const BATCH = 100
const AT_ONCE = 8
const LEASE = 2 * MINUTE
const TRIES = 8
const backoff = (attempts: number) => Math.min(MINUTE * 2 ** attempts, 60 * MINUTE)

export type Ticked = { delivered: number; failed: number; keys?: Resealed }

/** Delivers what documents owe: claimed by a lease, done, then struck off. Runs may be late, twice, or side by side. */
export async function tick(world: World, request: string): Promise<Ticked> {
  const now = world.clock()
  const total: Ticked = { delivered: 0, failed: 0 }
  for (const owners of [world.db.people, world.db.accounts] as readonly AggregateCollection<Aggregate>[]) {
    const due = await owners.list(
      { dueAt: { lte: now } },
      { order: { by: 'dueAt', direction: 1 }, limit: BATCH, fields: ['_id'] },
    )
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const results = await Promise.all(
        due.slice(start, start + AT_ONCE).map(({ _id }) => settle(world, owners, _id, request, now)),
      )
      for (const { delivered, failed } of results) {
        total.delivered += delivered
        total.failed += failed
      }
    }
  }
  await sweep(world, now)
  const keys = await reseal(world, request)
  return keys ? { ...total, keys } : total
}

/** Leases the effects of one document that are due and free. Nothing is returned when another run was faster. */
async function claim(owners: AggregateCollection<Aggregate>, id: string, now: Date): Promise<Effect[]> {
  let claimed: Effect[] = []
  await owners.amend(id, ({ outbox }) => {
    const isFree = ({ dueAt, leasedUntil }: Effect) => dueAt <= now && (!leasedUntil || leasedUntil <= now)
    claimed = outbox.filter(isFree)
    if (claimed.length === 0) return undefined
    const leasedUntil = new Date(now.getTime() + LEASE)
    return {
      outbox: outbox.map((owed) => (isFree(owed) ? { ...owed, leasedUntil, attempts: owed.attempts + 1 } : owed)),
    }
  })
  return claimed
}

async function settle(
  world: World,
  owners: AggregateCollection<Aggregate>,
  id: string,
  request: string,
  now: Date,
): Promise<Ticked> {
  const claimed = await claim(owners, id, now)
  const settled = new Map<string, Date | 'done'>()
  let failed = 0
  for (const owed of claimed) {
    try {
      settled.set(owed.id, (await deliver(world, { collection: owners.name, id }, owed, request, now)) ?? 'done')
    } catch (fault) {
      failed += 1
      const { name, at } = faultOf(fault)
      world.log({ level: 'error', fn: 'timer', verb: owed.kind, request, result: 'RETRY', ms: 0, fault: { name, at } })
      const isDead = owed.attempts + 1 >= TRIES && owed.kind !== 'realNameCheck'
      if (isDead)
        await world.db.jobs.insert({
          _id: owed.id,
          owner: `${owners.name}:${id}`,
          effect: owed,
          error: `${name} ${at}`,
          at: now,
          dueAt: null,
        })
      settled.set(owed.id, isDead ? 'done' : new Date(now.getTime() + backoff(owed.attempts)))
    }
  }
  if (settled.size > 0) await strikeOff(owners, id, settled)
  return { delivered: settled.size - failed, failed }
}

/** Removes what is done and sets the next time of what is not. Effects that came in meanwhile stay. */
const strikeOff = (owners: AggregateCollection<Aggregate>, id: string, settled: ReadonlyMap<string, Date | 'done'>) =>
  owners.amend(id, ({ outbox }) => ({
    outbox: outbox.flatMap((owed) => {
      const next = settled.get(owed.id)
      if (next === undefined) return [owed]
      const { leasedUntil: _lease, ...rest } = owed
      return next === 'done' ? [] : [{ ...rest, dueAt: next } as Effect] // the member of the union stays the same
    }),
  }))
