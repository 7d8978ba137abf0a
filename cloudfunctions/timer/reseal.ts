import type { KeySet } from '../_platform/crypto/keyring'
import { resealAccount, resealPerson } from '../_platform/crypto/sealed-fields'
import type { Collection, Head } from '../_platform/db/collection'
import type { Row } from '../_platform/db/document'
import type { Sealed } from '../_platform/db/stored'
import { orLeftOutLater } from '../_platform/left-out'
import { faultOf, type LogLine } from '../_platform/log'
import type { World } from '../_platform/world'

/** Documents of each kind and key that a run renews: a few hundred milliseconds of its minute. */
const BATCH = 100
const AT_ONCE = 8
/** Stands for the key of a document with an envelope that does not open: for a person to look at, in nobody's way. */
const SET_ASIDE = 0

export type Resealed = NonNullable<LogLine['keys']>
type Reseal<D> = (keys: KeySet, document: D) => D

const olderThan = ({ current, keys }: KeySet) => [...keys.keys()].filter((version) => version < current)

/**
 * Brings what older field keys have sealed under the current one. The index on `sealedUnder` is the cursor: what is done
 * leaves it, so a run may die anywhere, be late, or meet another. While there is one key, nothing is asked.
 */
export async function reseal(world: World, request: string): Promise<Resealed | undefined> {
  const older = olderThan(world.keys.field)
  if (older.length === 0) return undefined
  const [people, accounts] = [world.db.people, world.db.accounts]
  const counts = [
    await resealAll(world, people, resealPerson, older, request),
    await resealAll(world, accounts, resealAccount, older, request),
  ]
  const inUse = await Promise.all(older.map(async (version) => [version, await isUsed(world, version)] as const))
  return {
    resealed: counts.reduce((sum, { resealed }) => sum + resealed, 0),
    setAside: counts.reduce((sum, { setAside }) => sum + setAside, 0),
    unused: inUse.flatMap(([version, used]) => (used ? [] : [version])),
  }
}

/** Nobody needs a key when no document is under it, under an older one, set aside, or not yet looked at. */
async function isUsed({ db }: World, version: number): Promise<boolean> {
  const found = await Promise.all(
    [db.people, db.accounts].flatMap((rows) =>
      [{ lte: version }, null].map((sealedUnder) => rows.heads({ sealedUnder }, { limit: 1 })),
    ),
  )
  return found.some((rows) => rows.length > 0)
}

async function resealAll<D extends Row & Sealed>(
  world: World,
  rows: Collection<D>,
  renew: Reseal<D>,
  older: readonly number[],
  request: string,
): Promise<{ resealed: number; setAside: number }> {
  const count = { resealed: 0, setAside: 0 }
  for (const sealedUnder of [null, ...older]) {
    const heads = await rows.heads({ sealedUnder }, { limit: BATCH })
    const found = heads.length === 0 ? [] : await rows.list({ sealedUnder }, { limit: BATCH })
    for (let start = 0; start < found.length; start += AT_ONCE) {
      const slice = found.slice(start, start + AT_ONCE)
      for (const done of await Promise.all(slice.map((document) => resealOne(world, rows, renew, document, request))))
        if (done) count[done] += 1
    }
    count.setAside += await setUnreadableAside(
      rows,
      heads.filter(({ _id }) => !found.some((row) => row._id === _id)),
    )
  }
  return count
}

/** What the list had to leave out would stay at the head of every batch. What somebody wrote meanwhile is none of it. */
async function setUnreadableAside<D extends Row & Sealed>(rows: Collection<D>, missing: readonly Head[]) {
  let setAside = 0
  for (const head of missing) {
    const [found] = await orLeftOutLater(rows.name, head._id, async () => ({ document: await rows.find(head._id) }))
    if (!found && (await rows.setAside(head, { sealedUnder: SET_ASIDE }))) setAside += 1
  }
  return setAside
}

/** The document as it is to be: renewed, or marked where that is not possible. */
function next<D extends Row & Sealed>({ keys, log }: World, renew: Reseal<D>, document: D, request: string): D {
  try {
    return renew(keys.field, document)
  } catch (fault) {
    log({ level: 'error', fn: 'timer', verb: 'reseal', request, result: 'SET_ASIDE', ms: 0, fault: faultOf(fault) })
    return { ...document, sealedUnder: SET_ASIDE }
  }
}

/** Nothing is counted when somebody wrote the document meanwhile: the next run finds it again if it is still due. */
async function resealOne<D extends Row & Sealed>(
  world: World,
  rows: Collection<D>,
  renew: Reseal<D>,
  document: D,
  request: string,
): Promise<'resealed' | 'setAside' | undefined> {
  const renewed = next(world, renew, document, request)
  try {
    if (!(await rows.replace(document, renewed))) return undefined
    return renewed.sealedUnder === SET_ASIDE ? 'setAside' : 'resealed'
  } catch (fault) {
    // one document that cannot be written must not keep the others waiting
    world.log({ level: 'error', fn: 'timer', verb: 'reseal', request, result: 'RETRY', ms: 0, fault: faultOf(fault) })
    return undefined
  }
}
