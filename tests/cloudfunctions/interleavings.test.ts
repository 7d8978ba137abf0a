import type { Outcome } from '#domain/outcome'
import { anAccount, anOpenid, aPost } from '../support/builders'
import { violations } from '../support/invariants'
import { readStored, restoreStored, type Stored } from '../support/raw'
import type { Who } from '../support/stage'
import { everyInterleaving, inTurns, type Choose } from '../support/turns'
import { seeded } from '../localcloud/support/random'
import { deskOf, openJourney, submit, valueOf, type Applicant, type Journey } from './support/journey'
import { asking, checked, REQUESTS } from './support/requests'

// long by SCHEDULES
jest.setTimeout(3_600_000)

const SCHEDULES = Number(process.env.SCHEDULES ?? 60)
const SEED = Number(process.env.SEED ?? 20260912)

let journey: Journey
let other: Who
let fresh: Stored
let enumerated = 0
beforeAll(async () => {
  journey = await openJourney()
  const account = await anAccount(journey.stage, { openid: anOpenid() })
  await aPost(journey.stage, { accountId: account.id, org: journey.branch, name: '李委员' })
  other = deskOf(account, journey.branch)
  fresh = await readStored()
})
afterEach(() => restoreStored(fresh))
afterAll(async () => {
  process.stdout.write(`${enumerated} interleavings of two, ${SCHEDULES} random schedules of three (SEED=${SEED})\n`)
  await journey.stage.close()
})

/** Whoever acts on the application, and what they may hear beside whose decision came first. */
type Actor = { signs: string; act: () => Promise<Outcome<unknown>>; mayHear?: string }
type Actors = readonly Actor[]

const decide =
  (verb: string, more: object, who: () => Who, signs: string) =>
  ({ person }: { person: string }): Actor => ({
    signs,
    act: () => journey.ask('review', verb, { person, version: 1, ...more }, who()),
  })
const take =
  (verb: string, more: object = {}) =>
  (applicant: Applicant): Actor => ({
    signs: '周予安',
    act: () => journey.ask('checkin', verb, { version: 1, ...more }, applicant),
  })
const desk = () => journey.desk
const otherDesk = () => other
const approve = decide('approve', {}, desk, '王书记')
const approveToo = decide('approve', {}, otherDesk, '李委员')
const giveBack = decide('sendBack', { reason: '班级写错了', markedFields: [] }, otherDesk, '李委员')
const withdraw = take('withdraw', { confirmation: '撤回' })
const applyChange = decide('approveChange', {}, desk, '王书记')
const returnChange = decide('returnChange', { reason: '请附上团员证' }, otherDesk, '李委员')
const withdrawChange = take('withdrawChange')

/** Two who act on somebody who waits for them. */
const on = (prepare: (journey: Journey) => Promise<Applicant>, ...acts: ((applicant: Applicant) => Actor)[]) =>
  async function begin(): Promise<Actors> {
    const applicant = await prepare(journey)
    return acts.map((act) => act(applicant))
  }

/** The name could not be verified: only the proof of the branch lets this one in. */
async function offline(rival: (of: { person: string }) => Actor, mayHear?: string): Promise<Actors> {
  const { input, who, person = '' } = await REQUESTS.review.approveOffline(journey)
  const proved = { signs: '王书记', act: () => journey.ask('review', 'approveOffline', input, who) }
  return [proved, { ...rival({ person }), ...(mayHear ? { mayHear } : {}) }]
}

/** An old page is still open on what was returned and comes in anew. */
async function resubmitted(): Promise<Actors> {
  const applicant = await checked(journey)
  valueOf(await giveBack(applicant).act())
  const again = { signs: '周予安', act: () => submit(journey, applicant, applicant.form, 1) }
  // before it comes in anew, what there is to hear is who returned it
  return [again, { ...approve(applicant), mayHear: '李委员' }]
}

/** A decision writes the person, a form its claims too, and nothing else: the rest need not be put back for every schedule. */
const CONTESTED = ['people', 'claims']
const besides = (stored: Stored) => ({ ...stored, people: [], claims: [] })

/** One schedule from the same beginning: one is heard, the others learn whose decision came first. */
async function race(beginning: Stored, actors: Actors, choose: Choose) {
  await restoreStored(beginning, CONTESTED)
  const runs = actors.map(({ act }, place) => [String(place), act] as const)
  const outcomes = Object.values(await inTurns(journey.stage.cloud, Object.fromEntries(runs), choose))
  const winner = actors[outcomes.findIndex(({ ok }) => ok)]
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  for (const [place, loser] of outcomes.entries()) {
    if (loser.ok) continue
    const heard = loser.code === 'STALE' ? loser.detail?.by : loser.code
    if (heard !== actors[place]?.mayHear) expect(heard).toBe(winner?.signs)
  }
  expect(violations({ ...beginning, ...(await readStored(CONTESTED)) }, journey.stage.world.keys)).toEqual([])
}

describe('of two who act on one application at once, in every interleaving, one wins and the other is told who', () => {
  test.each([
    { name: 'approve and return', begin: on(checked, approve, giveBack) },
    { name: 'approve and approve', begin: on(checked, approve, approveToo) },
    { name: 'approve and withdraw', begin: on(checked, approve, withdraw) },
    { name: 'return and withdraw', begin: on(checked, giveBack, withdraw) },
    { name: 'approve offline and approve', begin: () => offline(approveToo, 'NEEDS_OFFLINE') },
    { name: 'approve offline and return', begin: () => offline(giveBack) },
    { name: 'hand in again and approve what was returned', begin: resubmitted },
    { name: 'apply and return a change', begin: on(asking, applyChange, returnChange) },
    { name: 'apply and withdraw a change', begin: on(asking, applyChange, withdrawChange) },
  ])('$name', async ({ begin }) => {
    const actors = await begin()
    const beginning = await readStored()
    const runs = await everyInterleaving((choose) => race(beginning, actors, choose))
    expect(runs).toBeGreaterThanOrEqual(10)
    expect(besides(await readStored())).toEqual(besides(beginning))
    enumerated += runs
  })
})

test('of three who act on one application at once, at random, one wins and the others are told who', async () => {
  const actors = await on(checked, approve, giveBack, withdraw)()
  const beginning = await readStored()
  for (let schedule = 0; schedule < SCHEDULES; schedule += 1) {
    const random = seeded(SEED + schedule)
    try {
      await race(beginning, actors, random.pick)
    } catch (fault) {
      throw new Error(`SEED=${SEED + schedule} SCHEDULES=1 npx jest --selectProjects functions interleavings`, {
        cause: fault,
      })
    }
  }
})
