import { hashPassword } from '../../../cloudfunctions/account/password'
import { anAccount, aPhone } from '../../support/builders'
import { codeOf, openJourney, type Journey } from '../support/journey'

// 200 passwords, slow on purpose
jest.setTimeout(300_000)

let journey: Journey
beforeAll(async () => void (journey = await openJourney()))
afterAll(() => journey.stage.close())

const PAIRS = 100
/** The mean without the dearest tenth. Not the median: with and without the garbage collector there are two usual costs, and it would be one of them. */
const usual = (values: number[]) => {
  const kept = values.sort((a, b) => a - b).slice(0, Math.ceil(values.length * 0.9))
  return kept.reduce((sum, value) => sum + value, 0) / kept.length
}

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
  // in turn, and the other one first every other time, so that both meet the same machine and the same garbage collector;
  // a day between the pairs, so that no lock comes between
  for (let pair = 0; pair < PAIRS; pair += 1) {
    if (pair % 2 === 0) known.push(await tryOnce(phone))
    unknown.push(await tryOnce(aPhone()))
    if (pair % 2 === 1) known.push(await tryOnce(phone))
    journey.stage.time.pass(25 * 3_600_000)
  }
  const ratio = usual(known) / usual(unknown)
  console.info(`a known phone costs ${ratio.toFixed(3)} of an unknown one, over ${2 * PAIRS} samples`)
  // without the work for an unknown phone it would be twenty times; on a busy machine the noise is up to a tenth
  expect(Math.abs(ratio - 1)).toBeLessThan(0.25)
})
