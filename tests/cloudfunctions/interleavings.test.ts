import type { Outcome } from '#domain/outcome'
import { anAccount, anOpenid, aPost } from '../support/builders'
import { violations } from '../support/invariants'
import { readStored, restoreStored, type Stored } from '../support/raw'
import type { Who } from '../support/stage'
import { everyInterleaving, inTurns, type Choose } from '../support/turns'
import { seeded } from '../localcloud/support/random'
import { deskOf, openJourney, valueOf, type Applicant, type Journey } from './support/journey'
import { checked, member } from './support/requests'

jest.setTimeout(600_000)

const SCHEDULES = Number(process.env.SCHEDULES ?? 40)
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

type Act = (applicant: Applicant) => Promise<Outcome<unknown>>
type Actor = { signs: string; act: Act }
const decide = (verb: string, more: object, who: () => Who, signs: string): Actor => ({
  signs,
  act: ({ person }) => journey.ask('review', verb, { person, version: 1, ...more }, who()),
})
const reason = { reason: '班级写错了', markedFields: [] }
const desk = () => journey.desk
const approve = decide('approve', {}, desk, '王书记')
const approveToo = decide('approve', {}, () => other, '李委员')
const giveBack = decide('sendBack', reason, () => other, '李委员')
const withdraw: Actor = {
  signs: '周予安',
  act: (applicant) => journey.ask('checkin', 'withdraw', { version: 1, confirmation: '撤回' }, applicant),
}
const applyChange = decide('approveChange', {}, desk, '王书记')
const returnChange = decide('returnChange', { reason: '请附上团员证' }, () => other, '李委员')
const withdrawChange: Actor = {
  signs: '周予安',
  act: (applicant) => journey.ask('checkin', 'withdrawChange', { version: 1 }, applicant),
}

/** One schedule from the same beginning: one is heard, the others learn whose decision came first. */
async function race(applicant: Applicant, beginning: Stored, actors: readonly Actor[], choose: Choose) {
  await restoreStored(beginning)
  const runs = actors.map(({ act }, place) => [String(place), () => act(applicant)] as const)
  const outcomes = Object.values(await inTurns(journey.stage.cloud, Object.fromEntries(runs), choose))
  const winner = actors[outcomes.findIndex(({ ok }) => ok)]
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  for (const loser of outcomes.filter(({ ok }) => !ok))
    expect(loser).toMatchObject({ code: 'STALE', detail: { by: winner?.signs } })
  expect(violations(await readStored(), journey.stage.world.keys)).toEqual([])
}

async function asking(): Promise<Applicant> {
  const applicant = await member(journey)
  valueOf(await journey.ask('checkin', 'change', { values: { joinedMonth: '2021-06' } }, applicant))
  return applicant
}
const waiting = () => checked(journey)

describe('of two who act on one application at once, in every interleaving, one wins and the other is told who', () => {
  test.each([
    { name: 'approve and return', begin: waiting, actors: [approve, giveBack] },
    { name: 'approve and approve', begin: waiting, actors: [approve, approveToo] },
    { name: 'approve and withdraw', begin: waiting, actors: [approve, withdraw] },
    { name: 'return and withdraw', begin: waiting, actors: [giveBack, withdraw] },
    { name: 'apply and return a change', begin: asking, actors: [applyChange, returnChange] },
    { name: 'apply and withdraw a change', begin: asking, actors: [applyChange, withdrawChange] },
  ])('$name', async ({ begin, actors }) => {
    const applicant = await begin()
    const beginning = await readStored()
    const runs = await everyInterleaving((choose) => race(applicant, beginning, actors, choose))
    expect(runs).toBeGreaterThanOrEqual(10)
    enumerated += runs
  })
})

test('of three who act on one application at once, at random, one wins and the others are told who', async () => {
  const applicant = await waiting()
  const beginning = await readStored()
  for (let schedule = 0; schedule < SCHEDULES; schedule += 1) {
    const random = seeded(SEED + schedule)
    try {
      await race(applicant, beginning, [approve, giveBack, withdraw], random.pick)
    } catch (fault) {
      throw new Error(`SEED=${SEED + schedule} SCHEDULES=1 npx jest --selectProjects functions interleavings`, {
        cause: fault,
      })
    }
  }
})
