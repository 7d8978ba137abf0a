import { createHash } from 'node:crypto'
import { HOUR } from '#domain/limits'
import { requestChange } from '#domain/profile-change'
import type { Keyring } from '../../../cloudfunctions/_platform/crypto/keyring'
import type { OrgSeed } from '../../../src/demo/province/orgs'
import { cadres as newCadres } from '../../../src/demo/province/cadres'
import type { Stage } from '../../../src/demo/province/life'
import { numbers as newNumbers } from '../../../src/demo/province/numbers'
import { person, type PersonSeed, type Setting } from '../../../src/demo/province/people'
import { sequence } from '../../../src/demo/province/random'
import type { Branch, BranchKind } from './tree'

export const NOW = new Date('2026-09-12T02:00:00.000Z')

const NAMES = [
  '周予安',
  '许知夏',
  '阿依夏木·示例江',
  '马骁',
  '欧阳若溪',
  '苏木',
  '郑可',
  '何一舟',
  '林晓禾',
  '沈知远',
] as const
const DAYS_PAST = 60
/** What the people of a branch have come to, in hundredths. */
const SHARES: Record<BranchKind, readonly (readonly [Kind, number])[]> = {
  freshmen: [['passed', 66], ['checking', 4], ['failed', 4], ['returned', 5], ['withdrawn', 5], ['approved', 16]], // prettier-ignore
  settled: [['passed', 3], ['returned', 2], ['approved', 93], ['changing', 2]], // prettier-ignore
  changing: [['passed', 3], ['approved', 17], ['changing', 80]], // prettier-ignore
}
type Kind = Stage | 'changing'
const KINDS: readonly Kind[] = ['passed', 'checking', 'failed', 'returned', 'withdrawn', 'approved', 'changing']

/** Text like a keyed hash or an account id: the same for the same words. */
const idOf = (words: string, length: number) => createHash('sha256').update(words).digest('base64url').slice(0, length)
export const accountOf = (place: number) => idOf(`account ${place}`, 22)
export const personIdOf = (place: number) => `1_${idOf(`person ${place}`, 43)}`

/** One person of each kind, made by the product's own rules: the others differ in what lists filter, sort and show. */
function patterns(keys: Keyring, branch: OrgSeed): Record<Kind, PersonSeed> {
  const cadres = newCadres('2025-09')
  cadres.appoint(branch, { key: 'reviewer', name: '王书记' }, ['secretary'], true)
  const numbers = newNumbers(sequence(1), '2026-09-12')
  const setting: Setting = { keys, now: NOW, numbers, cadres, orgs: [branch], age: () => 18 }
  const made = (kind: Kind): PersonSeed => {
    const stage = kind === 'changing' ? 'approved' : kind
    const one = person(setting, { key: kind, name: NAMES[0], branch, stage, submitted: 40 }).person
    if (kind !== 'changing') return one
    const author = { kind: 'self', accountId: one.accountId, name: NAMES[0] } as const
    const changed = requestChange(one, author, { incomeBand: 'below2000' }, NOW)
    if (!changed.ok) throw new Error(`the rules refuse the change: ${changed.code}`)
    return { ...one, ...changed.value }
  }
  return Object.fromEntries(KINDS.map((kind) => [kind, made(kind)])) as Record<Kind, PersonSeed> // one entry for each kind
}

function kindAt(branch: Branch, chance: number): Kind {
  let left = chance * 100
  for (const [kind, share] of SHARES[branch.kind]) if ((left -= share) < 0) return kind
  return 'approved'
}

/** Makes the person at a place of the province: always the same one. */
export function peopleMaker(keys: Keyring, anyBranch: OrgSeed): (place: number, branch: Branch) => PersonSeed {
  const pattern = patterns(keys, anyBranch)
  return (place, branch) => {
    const random = sequence(place)
    const like = pattern[kindAt(branch, random.next())]
    const submittedAt = new Date(NOW.getTime() - Math.floor(random.next() * DAYS_PAST * 24 * HOUR))
    const later = (hours: number) => new Date(submittedAt.getTime() + Math.floor(random.next() * hours * HOUR))
    const { checkIn, change, membership } = like
    return {
      ...like,
      _id: personIdOf(place),
      accountId: accountOf(place),
      identity: { ...like.identity, name: random.pick(NAMES) },
      idTail: String(place % 10_000).padStart(4, '0'),
      anc: branch.org.path,
      checkIn: {
        ...checkIn,
        branchId: branch.org._id,
        reviewOrg: branch.reviewOrg._id,
        submittedAt,
        ...(checkIn.decidedAt ? { decidedAt: later(40) } : {}),
      },
      ...(membership ? { membership: { ...membership, branchId: branch.org._id } } : {}),
      ...(change ? { change: { ...change, submittedAt: later(100) } } : {}),
      ...(like.dueAt ? { dueAt: later(48) } : {}),
      branchName: branch.org.shortName,
      reviewOrgName: branch.reviewOrg.shortName,
    }
  }
}
