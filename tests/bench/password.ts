import { scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { hashPassword, isPassword } from '../../cloudfunctions/account/password'
import type { How } from './how'
import { atMost, median, type Row } from './row'

const PASSWORD = 'a-password-of-nobody'
const ROUNDS = { full: 31, quick: 11, counts: 0 }
const PARAMETERS = 'argon2id, m=19456 KiB, t=2, p=1'

/** P26: the parameters that stand in a hash of today. */
export async function passwordParameterRows(): Promise<Row[]> {
  const hash = await hashPassword(PASSWORD)
  const [, kind, memory, passes, lanes] = /^\$(\w+)\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(hash) ?? []
  const measured = `${kind}, m=${memory} KiB, t=${passes}, p=${lanes}`
  return [{ id: 'P26', metric: 'a password hash says', goal: PARAMETERS, measured, met: measured === PARAMETERS }]
}

const timeOf = async (work: () => Promise<unknown>) => {
  const since = performance.now()
  await work()
  return performance.now() - since
}

/** P26: a log-in against the usual hash of the platform, in turn. */
export async function passwordTimeRows({ effort }: How): Promise<Row[]> {
  const hash = await hashPassword(PASSWORD)
  const usual = () => promisify<string, string, number, Buffer>(scrypt)(PASSWORD, 'salt of 16 bytes', 32)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS[effort]; round += 1) {
    ours.push(await timeOf(() => isPassword(hash, PASSWORD)))
    theirs.push(await timeOf(usual))
  }
  const times = ` (${median(ours).toFixed(1)} ms / ${median(theirs).toFixed(1)} ms)`
  return [
    atMost(
      'P26',
      "checking a password, against Node's scrypt as it comes",
      median(ours) / median(theirs),
      1,
      '×',
      times,
    ),
  ]
}
