import { DAY, HOUR, MINUTE, PHOTOS } from '#domain/limits'
import type { Effect } from '../../../cloudfunctions/_platform/effects'
import type { StoredPerson } from '../../../cloudfunctions/_platform/db/stored'
import type { WireOutcome } from '../../../src/localcloud/start'
import { anAccount } from '../../support/builders'
import { violations } from '../../support/invariants'
import { readStored, restoreStored, type Stored } from '../../support/raw'
import { aForm, anApplicant, openJourney, submit, valueOf, type Journey } from '../support/journey'
import { REQUESTS } from '../support/requests'

jest.setTimeout(300_000)

let journey: Journey
let fresh: Stored
let start: Date
let points = 0
beforeAll(async () => {
  journey = await openJourney()
  fresh = await readStored()
  start = journey.stage.time.now
})
afterEach(() => {
  journey.stage.time.now = start
  return restoreStored(fresh)
})
afterAll(async () => {
  process.stdout.write(`${points} points at which the timer died\n`)
  await journey.stage.close()
})

const paid = () => journey.stage.cloud.sandbox.realName.paidCalls()

/** One run, disturbed; how many calls it made. */
async function disturbed(fate: (number: number) => WireOutcome): Promise<number> {
  const { wire } = journey.stage.cloud
  const under: Promise<void>[] = []
  wire.script(({ number, over }) => (under.push(over), fate(number)))
  try {
    await journey.tick().catch(() => undefined)
    await Promise.all(under)
    return under.length
  } finally {
    wire.script(undefined)
  }
}

/** Runs at rest follow, beyond the lease of the one that died. */
async function afterwards() {
  for (let run = 0; run < 3; run += 1) {
    journey.stage.time.pass(3 * MINUTE)
    await journey.tick()
  }
  const stored = await readStored()
  expect(violations(stored, journey.stage.world.keys)).toEqual([])
  // the collection holds what the product's adapter wrote
  const people = (stored.people ?? []) as unknown as StoredPerson[]
  return {
    notices: stored.notices?.map(({ _id }) => _id),
    audit: stored.audit?.map(({ action }) => String(action)).sort(),
    people: people.map(({ _id, checkIn, realName, outbox }) => [
      _id,
      checkIn.status,
      realName.status,
      outbox.map(({ kind }) => kind).sort(),
    ]),
    jobs: stored.jobs,
  }
}

async function consented() {
  const { input, who } = await REQUESTS.account.giveConsent(journey)
  valueOf(await journey.ask('account', 'giveConsent', input, who))
}
async function returned() {
  const { input, who } = await REQUESTS.review.sendBack(journey)
  valueOf(await journey.ask('review', 'sendBack', input, who))
}
async function superseded() {
  const [who, form] = [await anAccount(journey.stage), aForm()]
  valueOf(await submit(journey, who, form))
  await journey.tick()
  valueOf(await journey.ask('checkin', 'withdraw', { version: 1, confirmation: '撤回' }, who))
  journey.stage.time.pass(MINUTE)
  valueOf(await submit(journey, who, { ...aForm(), memberNumber: form.memberNumber }))
}
async function reminded() {
  await anApplicant(journey)
  await journey.tick()
  journey.stage.time.pass(24 * HOUR)
}
async function photographed() {
  const { input, who } = await REQUESTS.review.approveOffline(journey)
  valueOf(await journey.ask('review', 'approveOffline', input, who))
  await journey.tick()
  journey.stage.time.pass(PHOTOS.keptFor + DAY)
}

const EFFECTS: Record<Effect['kind'], () => Promise<unknown>> = {
  audit: consented,
  notice: returned,
  realNameCheck: () => anApplicant(journey),
  reviewReminder: reminded,
  eraseSuperseded: superseded,
  erasePhotos: photographed,
}

describe.each([
  ['dies between any two of its calls', (point: number) => (number: number) => (number >= point ? 'cut' : 'pass')],
  ['loses any one reply', (point: number) => (number: number) => (number === point ? 'loseReply' : 'pass')],
] as const)('a run of the timer that %s', (_name, fateAt) => {
  test.each(Object.entries(EFFECTS))('leaves %s to the next: nothing lost, nothing twice', async (_kind, prepare) => {
    await prepare()
    const [beginning, began] = [await readStored(), journey.stage.time.now]
    let before = paid()
    const calls = await disturbed(() => 'pass')
    const wanted = await afterwards()
    const wantedPaid = paid() - before
    for (let point = 1; point <= calls; point += 1) {
      await restoreStored(beginning)
      journey.stage.time.now = began
      before = paid()
      await disturbed(fateAt(point))
      expect({ point, ...(await afterwards()) }).toEqual({ point, ...wanted })
      // whoever dies after a paid call pays again, once
      expect(paid() - before - wantedPaid).toBeLessThanOrEqual(1)
      points += 1
    }
  })
})
