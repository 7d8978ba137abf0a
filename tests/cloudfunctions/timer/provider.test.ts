import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { HOUR, REAL_NAME } from '#domain/limits'
import type { RealNameOutcome } from '../../../src/localcloud/sandbox/real-name'
import { anApplicant, openJourney, type Applicant, type Journey } from '../support/journey'

/** Days of runs, each test with all of them. */
jest.setTimeout(60_000)

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterEach(() => journey.stage.cloud.sandbox.realName.script(undefined))
afterAll(() => journey.stage.close())

const asked: { idCard: string; outcome: RealNameOutcome | undefined }[] = []

/** Lets the provider answer in this order, and go on with the last. */
function answers(...outcomes: RealNameOutcome[]) {
  journey.stage.cloud.sandbox.realName.script((idCard, _name, call) => {
    const outcome = outcomes[Math.min(call, outcomes.length) - 1]
    asked.push({ idCard, outcome })
    return outcome
  })
}
const result = (code: string): RealNameOutcome => ({ result: code })
const error = (code: string): RealNameOutcome => ({ code, message: '内部错误' })
const realNameOf = async ({ person }: Applicant) => (await journey.stage.world.db.people.find(person))?.realName
const callsFor = ({ form }: Applicant) => asked.filter(({ idCard }) => idCard === form.idNumber)
/** Only a comparison that took place is charged. */
const paidFor = (applicant: Applicant) =>
  callsFor(applicant).filter(({ outcome }) => outcome && 'result' in outcome && ['0', '-1'].includes(outcome.result))
    .length

/** The clock goes on, and the timer runs; the statuses that were shown on the way. */
async function shownFor(applicant: Applicant, ms: number, step = HOUR): Promise<Set<string | undefined>> {
  const shown = new Set<string | undefined>()
  for (let passed = 0; passed < ms; passed += step) {
    journey.stage.time.pass(step)
    await journey.tick()
    shown.add((await realNameOf(applicant))?.status)
  }
  return shown
}

describe('a provider that is not well', () => {
  test.each([
    ['-4, its library is away', result('-4')],
    ['-6, it is being rebuilt', result('-6')],
    ['-7, the number has had its checks of the day', result('-7')],
    ['a result that is not in its manual', result('42')],
    ['an error of its own', error('InternalError')],
    ['a throttled call', error('RequestLimitExceeded.UinLimitExceeded')],
    ['no rights', error('UnauthorizedOperation.Arrears')],
    ['garbage', { garbage: true } as const],
  ])('%s is never shown as 未通过 before the deadline, and costs nothing', async (_name, outcome) => {
    answers(outcome)
    const applicant = await anApplicant(journey)
    await journey.tick()
    expect([...(await shownFor(applicant, 20 * HOUR, 5 * HOUR))]).toEqual(['verifying'])
    expect(paidFor(applicant)).toBe(0)
    expect(await realNameOf(applicant)).toMatchObject({ attempts: 0, failedChecks: [] })
  })

  test('at the deadline the cause is said to be the provider, and a match still passes afterwards', async () => {
    answers(result('-4'))
    const applicant = await anApplicant(journey)
    await journey.tick()
    await shownFor(applicant, 25 * HOUR, 5 * HOUR)
    expect(await realNameOf(applicant)).toMatchObject({ status: 'failed', cause: 'unavailable', attempts: 0 })
    answers(result('0'))
    await shownFor(applicant, 10 * HOUR, 5 * HOUR)
    expect(await realNameOf(applicant)).toMatchObject({ status: 'passed', attempts: 1 })
  })
})

describe('a provider that is not there', () => {
  const broken: [string, (request: IncomingMessage, response: ServerResponse) => void][] = [
    ['500 and a page', (_request, response) => response.writeHead(500).end('<html>500</html>')],
    ['502 and nothing', (_request, response) => response.writeHead(502).end()],
    ['503 and JSON of another shape', (_request, response) => response.writeHead(503).end('{"oops":true}')],
    ['200 and nothing', (_request, response) => response.writeHead(200).end()],
    ['a line that is cut', ({ socket }) => socket.destroy()],
    ['half an answer', (_request, response) => void response.writeHead(200, { 'content-length': 99 }).end('{"Respo')],
    ['no answer in three seconds', () => undefined],
  ]

  test.each(broken)('%s is its own trouble, never the applicant’s, and costs nothing', async (_name, answer) => {
    const server = createServer(answer).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo // it listens on a port
    const { realNameProvider } = await import('../../../cloudfunctions/_platform/providers/real-name')
    const { settings } = journey.stage.world
    const provider = realNameProvider({
      ...settings,
      tencent: { ...settings.tencent, protocol: 'http://', faceidEndpoint: `127.0.0.1:${port}` },
    })
    const { class: answered, charged } = await provider.verify('周予安', '440199200701010015')
    expect({ answered, charged }).toEqual({ answered: 'upstream_error', charged: false })
    server.closeAllConnections()
    server.close()
  })
})

describe('an answer that turns', () => {
  test.each([
    ['-1', 'passed', 2],
    ['-5', 'passed', 1],
  ])('from %s to a match passes at the second call', async (first, status, calls) => {
    answers(result(first), result('0'))
    const applicant = await anApplicant(journey)
    await journey.tick()
    expect(await realNameOf(applicant)).toMatchObject({ status: 'verifying', attempts: 1 })
    await shownFor(applicant, 24 * HOUR, 6 * HOUR)
    expect(await realNameOf(applicant)).toMatchObject({ status, attempts: 2 })
    expect(paidFor(applicant)).toBe(calls)
  })

  test('from a failure to silence keeps the failure on record and opens nothing before the deadline', async () => {
    answers(result('-1'), result('-4'))
    const applicant = await anApplicant(journey)
    await journey.tick()
    expect([...(await shownFor(applicant, 20 * HOUR, 5 * HOUR))]).toEqual(['verifying'])
    expect((await realNameOf(applicant))?.failedChecks).toHaveLength(1)
  })
})

describe('the budget of a number', () => {
  test('is not exceeded in a day, however often the provider errs, and the check waits like a throttled one', async () => {
    answers(result('-4'))
    const applicant = await anApplicant(journey)
    await journey.tick()
    const shown = await shownFor(applicant, 12 * HOUR)
    expect(callsFor(applicant)).toHaveLength(REAL_NAME.perNumberPerDay)
    expect([...shown]).toEqual(['verifying'])
  })
})
