import type { Outcome } from '#domain/outcome'
import { MINUTE } from '#domain/limits'
import { violations } from '../../support/invariants'
import { readStored, restoreStored, type Stored } from '../../support/raw'
import { everyInterleaving, inTurns, type Choose } from '../../support/turns'
import { anApplicant, openJourney, type Applicant, type Journey } from '../support/journey'

// long by INTERRUPTIONS
jest.setTimeout(3_600_000)

/** The timer makes some twenty calls: all interleavings are for a long run. */
const INTERRUPTIONS = Number(process.env.INTERRUPTIONS ?? 1)

let journey: Journey
let fresh: Stored
let enumerated = 0
beforeAll(async () => {
  journey = await openJourney()
  fresh = await readStored()
})
afterEach(() => restoreStored(fresh))
afterAll(async () => {
  process.stdout.write(`${enumerated} interleavings of the timer, ${INTERRUPTIONS} interruption(s) each\n`)
  await journey.stage.close()
})

const broken = async () => violations(await readStored(), journey.stage.world.keys)
const paid = () => journey.stage.cloud.sandbox.realName.paidCalls()
const run = () => journey.tick().then(({ failed }): Outcome<unknown> => ({ ok: true, value: { failed } }))

/** From the same beginning: the runs of the timer and whoever acts beside them, and then the timer until nothing is due. */
async function race(beginning: Stored, actors: Record<string, () => Promise<Outcome<unknown>>>, choose: Choose) {
  await restoreStored(beginning)
  const [began, paidBefore] = [journey.stage.time.now, paid()]
  const outcomes = await inTurns(journey.stage.cloud, actors, choose)
  expect(await broken()).toEqual([])
  // whoever lost the race for the lease leaves nothing behind that a later run does not finish
  journey.stage.time.pass(3 * MINUTE)
  await journey.tick()
  const left = await readStored()
  journey.stage.time.now = began
  expect(violations(left, journey.stage.world.keys)).toEqual([])
  return { outcomes, left, paid: paid() - paidBefore }
}

const kinds = ({ notices = [] }: Stored, accountId: string) =>
  notices.flatMap((notice) => (notice.accountId === accountId ? [String(notice.kind)] : [])).sort()

async function everyRace(
  actors: (applicant: Applicant) => Record<string, () => Promise<Outcome<unknown>>>,
  check: (raced: Awaited<ReturnType<typeof race>>, applicant: Applicant) => void,
) {
  const applicant = await anApplicant(journey)
  const beginning = await readStored()
  enumerated += await everyInterleaving(
    async (choose) => check(await race(beginning, actors(applicant), choose), applicant),
    { interruptions: INTERRUPTIONS },
  )
}

describe('while the timer checks a real name', () => {
  test('a return stands, whenever it falls', () =>
    everyRace(
      ({ person }) => ({
        timer: run,
        cadre: () =>
          journey.ask(
            'review',
            'sendBack',
            { person, version: 1, reason: '班级写错了', markedFields: [] },
            journey.desk,
          ),
      }),
      ({ outcomes, left, paid }, { id }) => {
        expect(outcomes.cadre).toMatchObject({ ok: true })
        expect(left.people).toMatchObject([{ checkIn: { status: 'returned' }, realName: { status: 'passed' } }])
        expect(kinds(left, id)).toEqual(['checkInReturned'])
        expect(kinds(left, journey.secretary.id)).toEqual(['checkInSubmitted'])
        expect(paid).toBe(1)
      },
    ))

  test('a withdrawal stands, whenever it falls', () =>
    everyRace(
      (applicant) => ({
        timer: run,
        member: () => journey.ask('checkin', 'withdraw', { version: 1, confirmation: '撤回' }, applicant),
      }),
      ({ outcomes, left, paid }) => {
        expect(outcomes.member).toMatchObject({ ok: true })
        expect(left.people).toMatchObject([{ checkIn: { status: 'withdrawn' } }])
        expect(kinds(left, journey.secretary.id)).toEqual(['checkInSubmitted', 'checkInWithdrawn'])
        expect(paid).toBe(1)
      },
    ))

  test('an approval comes after the answer or is told to wait', () =>
    everyRace(
      ({ person }) => ({
        timer: run,
        cadre: () => journey.ask('review', 'approve', { person, version: 1 }, journey.desk),
      }),
      ({ outcomes, left }, { id }) => {
        const approved = outcomes.cadre?.ok === true
        if (!approved) expect(outcomes.cadre).toMatchObject({ code: 'NOT_YET_VERIFIED' })
        expect(left.people).toMatchObject([
          { checkIn: { status: approved ? 'approved' : 'pending' }, realName: { status: 'passed' } },
        ])
        expect(kinds(left, id)).toEqual(approved ? ['checkInApproved'] : [])
      },
    ))
})

test('two runs of the timer at once pay once and tell everybody once', () =>
  everyRace(
    () => ({ one: run, other: run }),
    ({ outcomes, left, paid }) => {
      expect(Object.values(outcomes)).toEqual([
        { ok: true, value: { failed: 0 } },
        { ok: true, value: { failed: 0 } },
      ])
      expect(paid).toBe(1)
      expect(left.people).toMatchObject([{ checkIn: { status: 'pending' }, realName: { status: 'passed' } }])
      expect(kinds(left, journey.secretary.id)).toEqual(['checkInSubmitted'])
      expect(left.audit?.map(({ action }) => action).sort()).toEqual(['checkin.submit', 'realName.match'])
      expect(left.jobs).toEqual([])
    },
  ))
