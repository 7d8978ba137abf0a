import { HOUR, MINUTE } from '#domain/limits'
import type { Outcome } from '#domain/outcome'
import type { StoredPerson } from '../../../cloudfunctions/_platform/db/stored'
import type { WireOutcome } from '../../../src/localcloud/start'
import { seeded, type Random } from '../../localcloud/support/random'
import { violations } from '../../support/invariants'
import { readStored, restoreStored, type Stored } from '../../support/raw'
import { inTurns } from '../../support/turns'
import { openJourney, type Journey } from '../support/journey'
import { aCast, cadreActs, freshmanActs, type Cast, type Sent } from './cast'

// long by ROUNDS
jest.setTimeout(3_600_000)

const ROUNDS = Number(process.env.ROUNDS ?? 40)
const SEEDS = process.env.SEED ? [Number(process.env.SEED)] : [20260912, Date.now() % 1_000_000_007]

let journey: Journey
let fresh: Stored
const counted: Record<string, number> = {}
const count = (what: string) => (counted[what] = (counted[what] ?? 0) + 1)
beforeAll(async () => {
  journey = await openJourney()
  fresh = await readStored()
})
afterAll(async () => {
  process.stdout.write(`simulated with SEED ${SEEDS.join(', ')}: ${JSON.stringify(counted)}\n`)
  await journey.stage.close()
})

const read = async () => {
  const stored = await readStored()
  expect(violations(stored, journey.stage.world.keys)).toEqual([])
  return stored
}
// the collection holds what the product's adapter wrote
const peopleOf = (stored: Stored) => (stored.people ?? []) as unknown as StoredPerson[]

/** One call in twenty breaks off, before it is carried out or before the reply. */
const weather = (random: Random) => (): WireOutcome => {
  if (!random.chance(0.05)) return 'pass'
  const fate = random.pick(['cut', 'loseReply'] as const)
  count(fate)
  return fate
}

/** Who acts in a round. Whoever heard nothing sends the same command again, or gives up. */
function actors({ freshmen, desks, unanswered }: Cast, random: Random): Record<string, Sent | 'timer'> {
  const acting: Record<string, Sent | 'timer'> = {}
  const act = (name: string, next: () => Sent) => {
    const again = unanswered.get(name)
    unanswered.delete(name)
    acting[name] = again && random.chance(0.8) ? again : next()
  }
  for (const [place, freshman] of freshmen.entries())
    if (random.chance(freshman.seen?.checkIn.status === 'pending' ? 0.1 : 0.4))
      act(`freshman ${place}`, () => freshmanActs(journey, freshman, random))
  for (const [place, desk] of desks.entries()) {
    const known = freshmen.flatMap(({ seen }) => (seen ? [seen] : []))
    if (known.length > 0 && random.chance(0.5)) act(`cadre ${place}`, () => cadreActs(random.pick(known), desk, random))
  }
  if (random.chance(0.5)) acting.timer = 'timer'
  if (random.chance(0.1)) acting['second timer'] = 'timer'
  return acting
}

const FAULT: Outcome<unknown> = { ok: false, code: 'INTERNAL' }
const run = ({ fn, verb, input, who, command }: Sent) => journey.ask(fn, verb, input, who, command)
const tick = () =>
  journey.tick().then(
    (): Outcome<unknown> => ({ ok: true, value: {} }),
    () => FAULT,
  )

async function round(cast: Cast, random: Random): Promise<void> {
  const acting = actors(cast, random)
  const acts = Object.entries(acting).map(
    ([name, sent]) => [name, () => (sent === 'timer' ? tick() : run(sent))] as const,
  )
  const outcomes = await inTurns(journey.stage.cloud, Object.fromEntries(acts), random.pick, weather(random))
  for (const [name, outcome] of Object.entries(outcomes)) {
    const sent = acting[name]
    if (!sent || sent === 'timer') continue
    count(`${sent.verb} ${outcome.ok ? 'OK' : outcome.code}`)
    if (!outcome.ok && outcome.code === 'INTERNAL') cast.unanswered.set(name, sent)
  }
  const people = peopleOf(await read())
  for (const freshman of cast.freshmen) {
    const now = people.find(({ accountId }) => accountId === freshman.account.id)
    // the others look at an old page
    if (now && random.chance(0.7)) freshman.seen = now
  }
  journey.stage.time.pass(random.chance(0.1) ? 6 * HOUR : random.below(5) * MINUTE)
}

/** The weather is fine and everybody has stopped: what was set in motion comes to its end. */
async function comesToRest(): Promise<void> {
  for (let passed = 0; passed < 50; passed += 1) {
    journey.stage.time.pass(HOUR)
    await journey.tick()
  }
  const stored = await read()
  for (const { outbox, realName } of peopleOf(stored)) {
    expect(outbox.map(({ kind }) => kind)).toEqual([])
    expect(['passed', 'failed']).toContain(realName.status)
  }
  expect(stored.jobs).toEqual([])
}

test.each(SEEDS)(
  'freshmen, operators and timers in bad weather keep every promise and come to rest (%d)',
  async (seed) => {
    const random = seeded(seed)
    await restoreStored(fresh)
    const cast = await aCast(journey)
    let rounds = 0
    try {
      for (; rounds < ROUNDS; rounds += 1) await round(cast, random)
      await comesToRest()
    } catch (fault) {
      throw new Error(`round ${rounds}: SEED=${seed} ROUNDS=${ROUNDS} npx jest --selectProjects functions simulation`, {
        cause: fault,
      })
    }
  },
)
