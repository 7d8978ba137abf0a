import type { Outcome } from '#domain/outcome'
import { anAccount, anOpenid, type AnAccount } from '../../support/builders'
import { violations } from '../../support/invariants'
import { readStored, restoreStored, type Stored } from '../../support/raw'
import { everyInterleaving, inTurns, type Choose } from '../../support/turns'
import { aForm, openJourney, submit, type Journey } from '../support/journey'

jest.setTimeout(120_000)

let journey: Journey
let fresh: Stored
let enumerated = 0
beforeAll(async () => {
  journey = await openJourney()
  fresh = await readStored()
})
afterEach(() => restoreStored(fresh))
afterAll(async () => {
  process.stdout.write(`${enumerated} interleavings of two submissions\n`)
  await journey.stage.close()
})

type Submission = { who: AnAccount; form: ReturnType<typeof aForm>; command?: string }
type Raced = { outcomes: readonly Outcome<unknown>[]; left: Stored }

const CONTESTED = ['people', 'claims']
const besides = (stored: Stored) => ({ ...stored, people: [], claims: [] })

async function race(beginning: Stored, submissions: readonly Submission[], choose: Choose): Promise<Raced> {
  await restoreStored(beginning, CONTESTED)
  const runs = submissions.map(
    ({ who, form, command }, place) => [String(place), () => submit(journey, who, form, 0, command)] as const,
  )
  const outcomes = await inTurns<Outcome<unknown>>(journey.stage.cloud, Object.fromEntries(runs), choose)
  const left = { ...beginning, ...(await readStored(CONTESTED)) }
  expect(violations(left, journey.stage.world.keys)).toEqual([])
  return { outcomes: Object.values(outcomes), left }
}

async function everyRace(submissions: readonly Submission[], check: (raced: Raced) => void) {
  const beginning = await readStored()
  const runs = await everyInterleaving(async (choose) => check(await race(beginning, submissions, choose)))
  expect(runs).toBeGreaterThanOrEqual(20)
  expect(besides(await readStored())).toEqual(besides(beginning))
  enumerated += runs
}
const inWeChat = () => anAccount(journey.stage, { openid: anOpenid() })

describe('of two submissions at once, in every interleaving, there is one application', () => {
  test('the same command twice gets the same answer twice', async () => {
    const submission = { who: await inWeChat(), form: aForm(), command: 'pressed-twice' }
    await everyRace([submission, submission], ({ outcomes, left }) => {
      const accepted = { ok: true, value: { status: 'pending', version: 1 } }
      expect(outcomes).toEqual([accepted, accepted])
      expect(left.people).toMatchObject([{ rev: 1, checkIn: { version: 1 }, commands: [{ id: 'pressed-twice' }] }])
    })
  })

  test('of two commands of one person the first wins, and the second hears that it is handed in', async () => {
    const [who, form] = [await inWeChat(), aForm()]
    await everyRace(
      [
        { who, form },
        { who, form },
      ],
      ({ outcomes, left }) => {
        expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
        expect(outcomes.find(({ ok }) => !ok)).toMatchObject({ code: 'ALREADY_SUBMITTED' })
        expect(left.people).toMatchObject([{ rev: 1, checkIn: { version: 1 } }])
      },
    )
  })

  test('of two accounts with one ID number the first wins, and the second learns nothing but masks', async () => {
    const form = aForm()
    const [mine, yours] = [await inWeChat(), await inWeChat()]
    const submissions = [
      { who: mine, form },
      { who: yours, form: { ...form, memberNumber: aForm().memberNumber } },
    ]
    await everyRace(submissions, ({ outcomes, left }) => {
      const winner = submissions[outcomes.findIndex(({ ok }) => ok)]
      const loser = outcomes.find(({ ok }) => !ok)
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(left.people).toMatchObject([{ rev: 1, accountId: winner?.who.id }])
      expect(loser).toMatchObject({ code: 'ID_ON_FILE', detail: { status: 'pending' } })
      const told = JSON.stringify(loser)
      for (const secret of [
        winner?.who.phone,
        winner?.who.id,
        winner?.who.openid,
        form.idNumber,
        form.name,
        winner?.form.memberNumber,
        journey.branch._id,
        journey.branch.shortName,
        journey.branch.fullName,
        left.people?.[0]?._id,
      ])
        expect(told).not.toContain(secret)
    })
  })

  test('of two accounts with one member number the first wins, and the second hears that it is taken', async () => {
    const memberNumber = aForm().memberNumber
    const submissions = [
      { who: await inWeChat(), form: aForm({ memberNumber }) },
      { who: await inWeChat(), form: aForm({ memberNumber }) },
    ]
    await everyRace(submissions, ({ outcomes, left }) => {
      expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
      expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, code: 'MEMBER_NUMBER_TAKEN' })
      expect(left.people).toHaveLength(1)
    })
  })
})
