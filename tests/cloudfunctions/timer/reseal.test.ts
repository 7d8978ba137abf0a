import { randomBytes } from 'node:crypto'
import type { KeySet } from '../../../cloudfunctions/_platform/crypto/keyring'
import type { World } from '../../../cloudfunctions/_platform/world'
import { anAccount, anOpenid } from '../../support/builders'
import type { Main } from '../../support/stage'
import {
  aForm,
  anApplicant,
  branchOf,
  codeOf,
  openJourney,
  valueOf,
  type Applicant,
  type Journey,
} from '../support/journey'

let journey: Journey
let reseal: typeof import('../../../cloudfunctions/timer/reseal').reseal
let sealed: typeof import('../../../cloudfunctions/_platform/crypto/sealed-fields')
let openEnvelope: typeof import('../../../cloudfunctions/_platform/crypto/envelope').open
let functionsOf: (world: World) => { checkin: Main; review: Main }

beforeEach(async () => {
  journey = await openJourney()
  // everything that loads the SDK comes after the stage has set the environment
  reseal = (await import('../../../cloudfunctions/timer/reseal')).reseal
  sealed = await import('../../../cloudfunctions/_platform/crypto/sealed-fields')
  openEnvelope = (await import('../../../cloudfunctions/_platform/crypto/envelope')).open
  const [{ serve }, { checkin }, { review }, checkins, reviews] = await Promise.all([
    import('../../../cloudfunctions/_platform/serve'),
    import('#contract/checkin'),
    import('#contract/review'),
    import('../../../cloudfunctions/checkin/handlers'),
    import('../../../cloudfunctions/review/handlers'),
  ])
  functionsOf = (world) => ({
    checkin: serve('checkin', checkin, checkins.handlers, () => world),
    review: serve('review', review, reviews.handlers, () => world),
  })
})
afterEach(() => journey.stage.close())

const KEYS = Array.from({ length: 99 }, () => randomBytes(32))
const keysOf = (versions: readonly number[], current = Math.max(...versions)): KeySet => ({
  current,
  keys: new Map(versions.map((version) => [version, KEYS[version] ?? Buffer.alloc(32)])),
})
const worldWith = (field: KeySet): World => ({ ...journey.stage.world, keys: { ...journey.stage.world.keys, field } })

/** Lets the journey go on with these field keys, as after a deployment. */
const deploy = (field: KeySet) => void (journey.stage.world.keys = { ...journey.stage.world.keys, field })

/** A branch with applicants whose numbers lie under key 1. */
async function peopleUnder1(count: number): Promise<Applicant[]> {
  deploy(keysOf([1]))
  const { accounts } = journey.stage.world.db
  const secretary = await accounts.find(journey.secretary.id)
  if (!secretary) throw new Error('the secretary has an account')
  await accounts.replace(secretary, {
    ...secretary,
    ...sealed.sealAccount(keysOf([1]), secretary._id, journey.secretary.phone),
  })
  const applicants: Applicant[] = []
  while (applicants.length < count) applicants.push(await anApplicant(journey))
  return applicants
}

const storedOf = async ({ db }: World) => ({
  people: await db.people.list({}, { limit: 100 }),
  accounts: await db.accounts.list({}, { limit: 100 }),
})

/** Every sealed number in the database, opened with these keys alone. */
async function numbersUnder(field: KeySet): Promise<string[]> {
  const { people, accounts } = await storedOf(journey.stage.world)
  return [
    ...people.flatMap(({ _id, sealed: { idNumber, mobile } }) => [
      openEnvelope(field, sealed.personPlace(_id, 'idNumber'), idNumber),
      openEnvelope(field, sealed.personPlace(_id, 'mobile'), mobile),
    ]),
    ...accounts.map(({ _id, sealedPhone }) => openEnvelope(field, sealed.accountPlace(_id), sealedPhone)),
  ].sort()
}
const numbersOf = (applicants: readonly Applicant[]) =>
  [...applicants.flatMap(({ form, phone }) => [String(form.idNumber), phone, phone]), journey.secretary.phone].sort()

type Death = { at: number; committed: boolean }
/**
 * A world whose process dies at its `at`-th database call, before it reaches the database or after it was carried out;
 * nothing that comes later reaches the database.
 */
function dying(world: World, { at, committed }: Death): { world: World; calls: () => number } {
  let calls = 0
  const deadly =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      calls += 1
      const mine = calls
      if (mine > at || (mine === at && !committed)) throw new Error('the process is gone')
      const answer = await call(...args)
      if (mine === at) throw new Error('the process is gone')
      return answer
    }
  const { people, accounts } = world.db
  const db = {
    ...world.db,
    people: {
      ...people,
      list: deadly(people.list),
      heads: deadly(people.heads),
      find: deadly(people.find),
      replace: deadly(people.replace),
      setAside: deadly(people.setAside),
    },
    accounts: {
      ...accounts,
      list: deadly(accounts.list),
      heads: deadly(accounts.heads),
      find: deadly(accounts.find),
      replace: deadly(accounts.replace),
      setAside: deadly(accounts.setAside),
    },
  }
  return { world: { ...world, db, log: () => undefined }, calls: () => calls }
}

describe('while there is one field key', () => {
  test('the timer asks the database nothing about keys', async () => {
    await peopleUnder1(1)
    const { world, calls } = dying(journey.stage.world, { at: 0, committed: false })
    expect(await reseal(world, 'run')).toBeUndefined()
    expect(calls()).toBe(0)
    expect(await journey.tick()).not.toHaveProperty('keys')
  })
})

const bookkeeping = new Set(['rev', 'sealed', 'sealedPhone', 'sealedUnder'])
const withoutKeys = ({ people, accounts }: Awaited<ReturnType<typeof storedOf>>) =>
  [...people, ...accounts]
    .map((document) => Object.fromEntries(Object.entries(document).filter(([field]) => !bookkeeping.has(field))))
    .sort((a, b) => String(a._id).localeCompare(String(b._id)))

describe('with a newer field key', () => {
  test('what the older one sealed comes under the newer, nothing else changes, and the older one is free to go', async () => {
    const applicants = await peopleUnder1(3)
    const before = await storedOf(journey.stage.world)
    expect(await reseal(worldWith(keysOf([1, 2])), 'run')).toEqual({ resealed: 3 + 4, setAside: 0, unused: [1] })
    expect(await numbersUnder(keysOf([2]))).toEqual(numbersOf(applicants))
    expect(withoutKeys(await storedOf(journey.stage.world))).toEqual(withoutKeys(before))
  })

  test('a document from before the version was noted is found as well', async () => {
    const [applicant] = await peopleUnder1(1)
    const { people } = journey.stage.world.db
    const stored = await people.find(String(applicant?.person))
    if (stored) await people.replace(stored, { ...stored, sealedUnder: undefined } as never) // as it was stored once
    expect(await reseal(worldWith(keysOf([1, 2])), 'run')).toMatchObject({ resealed: 1 + 2, unused: [1] })
    expect((await people.find(String(applicant?.person)))?.sealedUnder).toBe(2)
  })

  test('a key that only waits renews nothing', async () => {
    await peopleUnder1(1)
    expect(await reseal(worldWith(keysOf([1, 2], 1)), 'run')).toBeUndefined()
  })

  test('the timer says what it renewed and which key nobody needs', async () => {
    await peopleUnder1(1)
    deploy(keysOf([1, 2]))
    expect(await journey.tick()).toMatchObject({ keys: { resealed: 3, setAside: 0, unused: [1] } })
    expect(await journey.tick()).toMatchObject({ keys: { resealed: 0, setAside: 0, unused: [1] } })
  })

  test('an envelope that does not open is set aside, holds nobody up, and keeps the older key', async () => {
    const [poisoned, healthy] = await peopleUnder1(2)
    const { people } = journey.stage.world.db
    const stored = await people.find(String(poisoned?.person))
    const other = await people.find(String(healthy?.person))
    if (stored && other) await people.replace(stored, { ...stored, sealed: other.sealed })
    const world = worldWith(keysOf([1, 2]))
    expect(await reseal(world, 'run')).toEqual({ resealed: 1 + 3, setAside: 1, unused: [] })
    expect(await reseal(world, 'run')).toEqual({ resealed: 0, setAside: 0, unused: [] })
    expect(journey.stage.logs.filter(({ result }) => result === 'SET_ASIDE')).toHaveLength(1)
  })
})

test('a run that dies at any database call leaves every number readable, and the next one completes it', async () => {
  const applicants = await peopleUnder1(2)
  let version = 1
  let deaths = 0
  for (const committed of [false, true]) {
    for (let at = 1; ; at += 1) {
      const keys = keysOf([version, version + 1])
      const { world, calls } = dying(worldWith(keys), { at, committed })
      const ended = await reseal(world, 'run').then(
        () => calls() < at,
        () => false,
      )
      expect(await numbersUnder(keys)).toEqual(numbersOf(applicants))
      expect(await reseal(worldWith(keys), 'run')).toMatchObject({ setAside: 0, unused: [version] })
      version += 1
      expect(await numbersUnder(keysOf([version]))).toEqual(numbersOf(applicants))
      if (ended) break
      deaths += 1
    }
  }
  expect(deaths).toBeGreaterThan(20)
})

test('submissions, reveals and the sweep side by side lose nothing, with old and new instances at work', async () => {
  const known = await peopleUnder1(6)
  const [old, fresh] = [worldWith(keysOf([1, 2], 1)), worldWith(keysOf([1, 2]))]
  const instances = [functionsOf(old), functionsOf(fresh)]
  const { stage, desk } = journey
  const instance = (count: number) => instances[count % 2] ?? functionsOf(fresh)

  const newcomers = await Promise.all(
    Array.from({ length: 6 }, async () => ({ account: await anAccount(stage, { openid: anOpenid() }), form: aForm() })),
  )
  const submissions = newcomers.map(({ account, form }, count) =>
    stage.ask(instance(count).checkin, 'submit', { branch: branchOf(journey), version: 0, values: form }, account),
  )
  const reveals = known.map(({ person }, count) =>
    stage.ask<{ idNumber: string }>(instance(count).review, 'reveal', { person, purpose: 'checkDocument' }, desk),
  )
  const sweeps = Array.from({ length: 4 }, () => reseal(fresh, 'run'))
  const [submitted, revealed] = await Promise.all([Promise.all(submissions), Promise.all(reveals), ...sweeps])
  expect(submitted.map(codeOf)).toEqual(newcomers.map(() => 'OK'))
  expect(revealed.map((outcome) => valueOf(outcome).idNumber)).toEqual(known.map(({ form }) => form.idNumber))

  // the old instances are gone; what they still wrote is found
  for (let run = 0; run < 3; run += 1) await reseal(fresh, 'run')
  expect(await reseal(fresh, 'run')).toEqual({ resealed: 0, setAside: 0, unused: [1] })
  const all = [...known, ...newcomers.map(({ account, form }) => ({ ...account, person: '', form }))]
  expect(await numbersUnder(keysOf([2]))).toEqual(numbersOf(all))
  const { people } = await storedOf(stage.world)
  const events = people.flatMap(({ outbox }) =>
    outbox.flatMap((owed) => (owed.kind === 'audit' ? [owed.event.action] : [])),
  )
  expect(events.filter((action) => action === 'review.reveal')).toHaveLength(known.length)
  expect(events.filter((action) => action === 'checkin.submit')).toHaveLength(all.length)
})

test("an envelope that was moved to another document or field shows nobody's number", async () => {
  const [one, other] = await peopleUnder1(2)
  const { people } = journey.stage.world.db
  const stored = await people.find(String(one?.person))
  const theirs = await people.find(String(other?.person))
  if (!stored || !theirs) throw new Error('both are stored')
  const swapped = [theirs.sealed, { idNumber: stored.sealed.mobile, mobile: stored.sealed.idNumber }]
  for (const forged of swapped) {
    const now = await people.find(stored._id)
    if (now) await people.replace(now, { ...now, sealed: forged })
    const outcome = await journey.stage.ask(
      journey.review,
      'reveal',
      { person: stored._id, purpose: 'checkDocument' },
      journey.desk,
    )
    expect(outcome).toEqual({ ok: false, code: 'INTERNAL', detail: { request: expect.any(String) } })
  }
})
