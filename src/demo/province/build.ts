import { dayOf, monthOf, addMonths } from '#domain/calendar'
import type { PostTitle } from '#domain/post'
import { requestChange } from '#domain/profile-change'
import type { Keyring } from '../../../cloudfunctions/_platform/crypto/keyring'
import { account, accountId, type AccountSeed } from './accounts'
import { cadres as newCadres, type PostSeed } from './cadres'
import { codes, type CodeSeed, type ShownCode } from './codes'
import { namer } from './names'
import { notices, type NoticeSeed } from './notices'
import { numbers as newNumbers } from './numbers'
import { orgTree, type OrgSeed } from './orgs'
import { person, type ClaimSeed, type Made, type PersonSeed, type Setting, type Wanted } from './people'
import { isPersona, personaName, personas, type Persona } from './personas'
import { EXPECTED, QUEUE, UNEXPECTED } from './queue'
import { sequence } from './random'
import { othersOf } from './others'

export type Province = {
  orgs: OrgSeed[]
  posts: PostSeed[]
  accounts: AccountSeed[]
  people: PersonSeed[]
  claims: ClaimSeed[]
  tickets: CodeSeed[]
  notices: NoticeSeed[]
  guide: Guide
}
/** What the page with the phone frame has to know. `madeAt` tells one filling from another. */
export type Guide = { madeAt: string; personas: Persona[]; codes: ShownCode[]; expected: string[] }

const PEOPLE = 1500
const MAIN_APPROVED = 23
const EDITED = { incomeBand: 'below2000' } as const
const RETURNED = {
  reason: '入团年月和团员编号跟团员证对不上，请拿团员证核对一下。',
  markedFields: ['joinedMonth', 'memberNumber'],
} as const

/** Freshmen of this autumn: a year begins in August. */
const entryYear = (now: Date) => Number(addMonths(monthOf(now), -7).slice(0, 4))

/** A whole synthetic province, made of the rules and of one sequence: only ciphertext and times differ between two of them. */
export function buildProvince(keys: Keyring, now: Date): Province {
  const random = sequence(20181204)
  const tree = orgTree(entryYear(now))
  const cadres = newCadres(addMonths(monthOf(now), -2))
  const numbers = newNumbers(random, dayOf(now))
  const setting: Setting = { keys, now, numbers, cadres, orgs: tree.all, age: () => random.between(17, 22) }
  const name = namer(random, [...EXPECTED, ...QUEUE.map((each) => each.name)])
  const staff: AccountSeed[] = []
  const made: Made[] = []
  const phones = new Map<string, string>()

  /** Appoints somebody and answers the name, which a persona has already. */
  const titled = (org: OrgSeed, key: string, titles: PostTitle[], operator: boolean): string => {
    const holder = { key, name: isPersona(key) ? personaName(key) : name() }
    cadres.appoint(org, holder, titles, operator)
    return holder.name
  }
  const employ = (org: OrgSeed, key: string) => {
    const phone = numbers.phone()
    staff.push(account(keys, { key, phone, since: new Date(now.getTime() - 1e10), isPersona: isPersona(key) }))
    if (isPersona(key)) phones.set(key, phone)
    titled(org, key, ['secretary'], true)
  }
  const add = (wanted: Wanted) => {
    const one = person(setting, { ...wanted, isPersona: isPersona(wanted.key) })
    made.push(one)
    if (isPersona(wanted.key)) phones.set(wanted.key, one.phone)
  }

  // personas first: their phones are the first numbers
  for (const org of tree.all.filter(({ type }) => type !== 'branch'))
    employ(org, org === tree.philosophy ? 'superior' : `staff ${org._id}`)
  titled(tree.main, 'secretary', ['secretary'], true)
  titled(tree.main, 'ordinary', ['organizationOfficer'], false)
  titled(tree.offlineAtOnce, 'threePosts', ['deputySecretary'], true)
  titled(tree.philosophy, 'threePosts', ['organizationOfficer'], false)
  titled(tree.university, 'threePosts', ['volunteerOfficer'], false)

  const named = (key: string, branch: OrgSeed, submitted: number) =>
    add({ key, name: personaName(key), branch, stage: 'approved', submitted })
  named('secretary', tree.main, 400)
  named('member', tree.main, 150)
  named('ordinary', tree.main, 160)
  named('threePosts', tree.offlineAtOnce, 420)
  add({
    key: 'returned',
    name: personaName('returned'),
    branch: tree.main,
    stage: 'returned',
    submitted: 40,
    hoursToDecision: 22,
    returned: RETURNED,
  })
  for (const { tail, ...waiting } of QUEUE)
    add({ ...waiting, branch: tree.main, idNumber: numbers.idNumberEnding(18, tail) })
  while (
    made.filter(({ person: { checkIn } }) => checkIn.branchId === tree.main._id && checkIn.status === 'approved')
      .length < MAIN_APPROVED
  )
    add({
      key: `main ${made.length}`,
      name: name(),
      branch: tree.main,
      stage: 'approved',
      submitted: random.between(60, 300),
    })
  othersOf({ tree, random, name, titled, add, left: () => PEOPLE - made.length })

  const people = made.map((each) => each.person)
  const rosters = rosterFor(tree.main, people)
  return {
    orgs: tree.all.map((org) => rosters(org)),
    posts: cadres.posts,
    accounts: [...staff, ...made.map((each) => each.account)],
    people: withChanges(people, tree.offlineAtOnce, now),
    claims: made.map((each) => each.claim),
    tickets: codes(tree, now).seeds,
    notices: notices(people, new Set([...phones.keys()].map(accountId)), (id) => cadres.reviewer(id, '')?.accountId),
    guide: {
      madeAt: now.toISOString(),
      personas: personas(phones),
      codes: codes(tree, now).shown,
      expected: EXPECTED.slice(1),
    },
  }
}

/** Every second branch expects its people by name; the main one as in the pictures. */
const rosterFor = (main: OrgSeed, people: readonly PersonSeed[]) => (org: OrgSeed) => {
  if (org.type !== 'branch' || Number(org._id) % 2 === 0) return org
  const names = people.filter(({ checkIn }) => checkIn.branchId === org._id).map(({ identity }) => identity.name)
  if (org._id !== main._id) return { ...org, roster: names }
  return { ...org, roster: [...names.filter((each) => !UNEXPECTED.includes(each)), ...EXPECTED] }
}

/** Two members of a branch want their data changed. */
function withChanges(people: readonly PersonSeed[], branch: OrgSeed, now: Date): PersonSeed[] {
  const asking = people
    .filter(({ checkIn }) => checkIn.branchId === branch._id && checkIn.status === 'approved')
    .slice(2, 4)
  return people.map((one) => {
    if (!asking.includes(one)) return one
    const author = { kind: 'self', accountId: one.accountId, name: one.identity.name } as const
    const changed = requestChange(one, author, EDITED, new Date(now.getTime() - 5e7))
    return changed.ok ? { ...one, ...changed.value } : one
  })
}
