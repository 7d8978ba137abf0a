import { contract, type FunctionName } from '#contract/index'
import { sequence } from '../../../src/demo/province/random'
import { newCommandId } from '../../support/stage'
import { codeOf, openJourney, type Journey } from '../support/journey'
import { PROCEDURES, type Named } from '../support/requests'
import { envelopesOf, mutationsOf, pairsOf } from './payloads'

// tens of thousands of requests
jest.setTimeout(300_000)

let journey: Journey
let sent = 0
const FUNCTIONS = Object.keys(contract) as FunctionName[] // its keys are the functions' names
beforeAll(async () => {
  journey = await openJourney()
  // the picture of a code takes a second to draw, and may be absent
  journey.stage.cloud.wire.script(({ about }) =>
    about === 'wxacode.getUnlimited' ? { code: 'SYS_ERR', message: 'no picture' } : 'pass',
  )
})
afterAll(async () => {
  await journey.stage.close()
  console.info(`${sent} requests were made up from the contract`)
})

/** Milliseconds in which a request that fits no schema is refused. */
const SLOWEST = 50
const PAIRS = 320
/** Printed when something fails; `SEED=…` sends the same requests again. */
const SEED = Number(process.env.SEED ?? 20_260_912)

/** Times on a shared machine have outliers that say nothing of the program: of a hundred, the slowest is left out. */
const percentile = (times: readonly number[]) =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.99) - 1] ?? 0

type Attacked = { internal: unknown[]; refusedIn: number[] }

/** Sends requests one after the other. An exception ends the test. */
async function attack(fn: FunctionName, events: readonly unknown[]): Promise<Attacked> {
  const attacked: Attacked = { internal: [], refusedIn: [] }
  for (const event of events) {
    sent += 1
    const started = performance.now()
    const code = codeOf(await journey.mains[fn](event))
    if (code === 'INVALID_INPUT') attacked.refusedIn.push(performance.now() - started)
    if (code === 'INTERNAL') attacked.internal.push(JSON.stringify(event).slice(0, 400))
  }
  return attacked
}

const asEvent = (
  { verb }: Named,
  input: unknown,
  { session, actingOrg }: { session?: string; actingOrg?: string },
) => ({
  verb,
  input,
  commandId: newCommandId(),
  session,
  actingOrg,
})

describe(`requests that no client of ours would send (seed ${SEED})`, () => {
  test.each(PROCEDURES)('$name: each is refused in time, and none breaks anything', async (named) => {
    const request = await named.prepare(journey)
    // the identity is read from the environment of the process, where this request leaves it
    await journey.ask(named.fn, named.verb, null, request.who)
    const inputs = [...mutationsOf(request.input), ...pairsOf(request.input, PAIRS, sequence(SEED).next)]
    const events = inputs.map((input) => asEvent(named, input, request.who))
    const { internal, refusedIn } = await attack(named.fn, events)
    expect(internal).toEqual([])
    expect(percentile(refusedIn)).toBeLessThanOrEqual(SLOWEST)
  })

  test.each(FUNCTIONS)('an envelope to %s that is none is refused', async (fn) => {
    const named = PROCEDURES.find((each) => each.fn === fn) as Named // every function has procedures
    const request = await named.prepare(journey)
    await journey.ask(fn, named.verb, null, request.who)
    const { internal, refusedIn } = await attack(fn, envelopesOf(asEvent(named, request.input, request.who)))
    expect(internal).toEqual([])
    expect(percentile(refusedIn)).toBeLessThanOrEqual(SLOWEST)
  })

  test('they are more than 20,000', () => {
    expect(sent).toBeGreaterThan(20_000)
  })

  test('nothing was left in the prototype of all objects', () => {
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined()
  })
})
