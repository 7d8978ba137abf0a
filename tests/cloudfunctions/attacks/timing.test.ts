import { hashPassword } from '../../../cloudfunctions/account/password'
import { anAccount, aPhone } from '../../support/builders'
import { codeOf, openJourney, type Journey } from '../support/journey'

// 200 passwords, slow on purpose
jest.setTimeout(300_000)

let journey: Journey
beforeAll(async () => void (journey = await openJourney()))
afterAll(() => journey.stage.close())

const PAIRS = 100
const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

test('how long a wrong password takes tells nothing of whether the phone is known', async () => {
  const passwordHash = await hashPassword('the right one, 37')
  const { phone } = await anAccount(journey.stage, { passwordHash })
  const tryOnce = async (at: string): Promise<number> => {
    const started = process.cpuUsage()
    const answer = await journey.ask('account', 'logInByPassword', { phone: at, password: 'a wrong one, 73' })
    const { user, system } = process.cpuUsage(started)
    expect(codeOf(answer)).toBe('LOGIN_WRONG')
    return user + system
  }
  const [known, unknown]: [number[], number[]] = [[], []]
  // in turn, so that both meet the same machine; a day between the pairs, so that no lock comes between
  for (let pair = 0; pair < PAIRS; pair += 1) {
    known.push(await tryOnce(phone))
    unknown.push(await tryOnce(aPhone()))
    journey.stage.time.pass(25 * 3_600_000)
  }
  const ratio = median(known) / median(unknown)
  console.info(`a known phone costs ${ratio.toFixed(3)} of an unknown one, over ${2 * PAIRS} samples`)
  expect(Math.abs(ratio - 1)).toBeLessThan(0.1)
})
