import { MINUTE } from '#domain/limits'
import { isOutage } from '../_platform/cloud'
import type { AggregateCollection } from '../_platform/db/aggregate'
import type { Aggregate } from '../_platform/db/document'
import type { Effect } from '../_platform/effects'
import type { Head } from '../_platform/db/collection'
import { countLeftOut, orLeftOutLater } from '../_platform/left-out'
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

type Settled = { delivered: number; failed: number; setAside: number }
export type Ticked = Settled & { keys?: Resealed }

/** Delivers what documents owe: claimed by a lease, done, then struck off. Runs may be late, twice, or side by side. */
export async function tick(world: World, request: string): Promise<Ticked> {
  const now = world.clock()
  const total: Ticked = { delivered: 0, failed: 0, setAside: 0 }
  for (const owners of [world.db.people, world.db.accounts] as readonly AggregateCollection<Aggregate>[]) {
    const due = await owners.heads({ dueAt: { lte: now } }, { order: { by: 'dueAt', direction: 1 }, limit: BATCH })
    for (let start = 0; start < due.length; start += AT_ONCE) {
      const results = await Promise.all(
        due.slice(start, start + AT_ONCE).map((head) => settleApart(world, owners, head, request, now)),
      )
      for (const { delivered, failed, setAside } of results) {
        total.delivered += delivered
        total.failed += failed
        total.setAside += setAside
      }
    }
  }
  await orLeftOutLater('tickets', '', () => sweep(world, now))
  const keys = await reseal(world, request)
  return keys ? { ...total, keys } : total
}

/** Leases the effects of one document that are due and free. Nothing is returned when another run was faster. */
async function claim(owners: AggregateCollection<Aggregate>, id: string, now: Date): Promise<Effect[]> {
  let claimed: Effect[] = []
  await owners.amend(id, ({ outbox, dueAt }) => {
    const isFree = ({ dueAt: from, leasedUntil }: Effect) => from <= now && (!leasedUntil || leasedUntil <= now)
    claimed = outbox.filter(isFree)
    if (claimed.length === 0 && dueAt && dueAt <= now) throw new Error('due, and nothing in it can be done')
    if (claimed.length === 0) return undefined
    const leasedUntil = new Date(now.getTime() + LEASE)
    return {
      outbox: outbox.map((owed) => (isFree(owed) ? { ...owed, leasedUntil, attempts: owed.attempts + 1 } : owed)),
    }
  })
  return claimed
}

/**
 * A document that cannot be read is put off for as long as a dead run's lease, and counted: it must not stay at the head
 * of all others. What it owes stays in it.
 */
async function settleApart(
  world: World,
  owners: AggregateCollection<Aggregate>,
  head: Head,
  request: string,
  now: Date,
): Promise<Settled> {
  try {
    return { ...(await settle(world, owners, head._id, request, now)), setAside: 0 }
  } catch (fault) {
    // nothing is wrong with the document: it stays due, and the next run has it first
    if (isOutage(fault)) return { delivered: 0, failed: 1, setAside: 0 }
    countLeftOut(owners.name, head._id, fault)
    await owners.setAside(head, { dueAt: new Date(now.getTime() + LEASE) })
    return { delivered: 0, failed: 0, setAside: 1 }
  }
}

async function settle(
  world: World,
  owners: AggregateCollection<Aggregate>,
  id: string,
  request: string,
  now: Date,
): Promise<Omit<Settled, 'setAside'>> {
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
