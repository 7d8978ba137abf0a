import { isDeepStrictEqual } from 'node:util'
import type { Outcome } from '#domain/outcome'
import { MINUTE } from '#domain/limits'
import type { WireCall, WireOutcome } from '../../src/localcloud/start'
import { violations } from '../support/invariants'
import { comparableState, readStored, restoreStored, type Stored } from '../support/raw'
import { newCommandId } from '../support/stage'
import { openJourney, type Journey } from './support/journey'
import { aJpeg } from './support/pictures'
import { WRITES, type Named, type ProcedureName, type ValidRequest } from './support/requests'

// argon2id is slow on purpose, and every command is run once for each of its calls
jest.setTimeout(120_000)

/** Where a second try leaves more than an undisturbed run, and why that hurts nobody. */
const MAY_DIFFER: Partial<Record<ProcedureName, readonly string[]>> = {
  // the key of a lost answer is stored nowhere: the retry writes another one, and records it
  'account.register': ['accounts', 'audit'],
  'account.logInByPassword': ['accounts', 'audit'],
  'account.logInByCode': ['accounts', 'audit'],
  // the budget is taken before the message goes out, so that nobody sends twice by breaking off
  'account.sendCode': ['tickets', 'limits'],
  'review.reveal': ['limits'],
  // a second place for an upload, which is swept away unused; each try counts against the day's bound
  'checkin.startLetterPhoto': ['tickets', 'limits'],
  'review.startPhoto': ['tickets', 'limits'],
  'review.photos': ['limits'],
  'org.code': ['limits'],
  'org.renewCode': ['limits'],
}
/** Refusals that a retry may meet: to wait a minute for the next code, or to be logged out as was wanted. */
const MAY_REFUSE: Partial<Record<ProcedureName, string>> = {
  'account.sendCode': 'CODE_TOO_SOON',
  'account.logOut': 'SIGNED_OUT',
}

let journey: Journey
let fresh: Stored
let points = 0
beforeAll(async () => {
  journey = await openJourney()
  fresh = await readStored()
})
afterEach(() => restoreStored(fresh))
afterAll(async () => {
  process.stdout.write(`${points} points at which a command broke off\n`)
  await journey.stage.close()
})

type Disturbance = (call: WireCall) => WireOutcome

/** Runs with a disturbed wire, and waits until the last call under way is over. */
async function disturbed<T>(work: () => Promise<T>, disturb: Disturbance): Promise<{ value: T; calls: number }> {
  const { wire } = journey.stage.cloud
  const under: Promise<void>[] = []
  wire.script((call) => {
    under.push(call.over)
    // the picture of a code takes a second to draw, and may be absent
    if (call.about === 'wxacode.getUnlimited' && disturb(call) === 'pass')
      return { code: 'SYS_ERR', message: 'no picture' }
    return disturb(call)
  })
  try {
    const value = await work()
    await Promise.all(under)
    return { value, calls: under.length }
  } finally {
    wire.script(undefined)
  }
}

const broken = async () => violations(await readStored(), journey.stage.world.keys)

/** What is left once the command has its answer and the timer has run. */
async function settled(beginning: Stored): Promise<Record<string, string[]>> {
  await journey.tick()
  expect(await broken()).toEqual([])
  return comparableState(await readStored(), beginning)
}

/** The storage of files is not put back with the documents. */
async function putAgain(fileId: string) {
  const { files } = await import('../../cloudfunctions/_platform/cloud')
  await files.put(fileId.split('/').slice(3).join('/'), aJpeg())
}

async function everyPoint({ name, fn, verb, prepare }: Named, disturb: (point: number) => Disturbance) {
  const request: ValidRequest = await prepare(journey)
  const { stage } = journey
  const beginning = await readStored()
  const began = stage.time.now
  const command = newCommandId()
  const ask = (): Promise<Outcome<unknown>> => journey.ask(fn, verb, request.input, request.who, command)

  const { value: undisturbed, calls } = await disturbed(ask, () => 'pass')
  expect(undisturbed).toMatchObject({ ok: true })
  const wanted = await settled(beginning)

  for (let point = 1; point <= calls; point += 1) {
    await restoreStored(beginning)
    if ('fileId' in request.input) await putAgain(String(request.input.fileId))
    stage.time.now = began
    const at = `${name}, call ${point} of ${calls}`
    await disturbed(ask, disturb(point))
    expect({ at, broken: await broken() }).toEqual({ at, broken: [] })

    const { value: retried } = await disturbed(ask, () => 'pass')
    const left = await settled(beginning)
    const differing = Object.keys(wanted).filter((each) => !isDeepStrictEqual(left[each], wanted[each]))
    expect({ at, answer: retried.ok || MAY_REFUSE[name] === retried.code || retried.code }).toEqual({
      at,
      answer: true,
    })
    expect({ at, differing: differing.filter((each) => !MAY_DIFFER[name]?.includes(each)) }).toEqual({
      at,
      differing: [],
    })
    points += 1
  }
  stage.time.pass(MINUTE)
}

describe('a command that breaks off at any of its calls, is sent again, and the timer runs', () => {
  test.each(WRITES)('$name leaves what an undisturbed run leaves', (named) =>
    everyPoint(
      named,
      (point) =>
        ({ number }) =>
          number >= point ? 'cut' : 'pass',
    ),
  )
})

describe('a command of which any one reply is lost, is sent again, and the timer runs', () => {
  test.each(WRITES)('$name leaves what an undisturbed run leaves', (named) =>
    everyPoint(
      named,
      (point) =>
        ({ number }) =>
          number === point ? 'loseReply' : 'pass',
    ),
  )
})
