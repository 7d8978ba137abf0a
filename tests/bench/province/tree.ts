import type { OrgSeed } from '../../../src/demo/province/orgs'

const BRANCH_SIZE = { least: 30, most: 50 }
const MEAN = (BRANCH_SIZE.least + BRANCH_SIZE.most) / 2
/** Branches in a faculty, faculties in a school, schools in a city. */
const BELOW = { faculty: 20, school: 10, city: 6 }
/** In every faculty some branches have no operator: the faculty reviews for them. */
const WITHOUT_OPERATOR = 5

/** What its people are about: they have just come, they have long been in, or they have asked to change their data. */
export const BRANCH_KINDS = ['freshmen', 'settled', 'changing'] as const
export type BranchKind = (typeof BRANCH_KINDS)[number]

export type Branch = {
  org: OrgSeed
  reviewOrg: OrgSeed
  kind: BranchKind
  size: number
  faculty: OrgSeed
  school: OrgSeed
}
export type Tree = { orgs: readonly OrgSeed[]; province: OrgSeed; branches: readonly Branch[] }

const org = (_id: string, type: OrgSeed['type'], name: string, parent?: OrgSeed): OrgSeed => ({
  _id,
  type,
  fullName: `中国共产主义青年团${name}委员会`,
  shortName: name,
  settings: { offlineAtOnce: false },
  active: true,
  ...(parent ? { parentId: parent._id } : {}),
  path: [...(parent?.path ?? []), _id],
})

/** Sizes go up and down between the bounds. */
const sizeOf = (place: number) => BRANCH_SIZE.least + ((place * 11) % (BRANCH_SIZE.most - BRANCH_SIZE.least + 1))

const kindOf = (place: number): BranchKind => {
  if (place % 3 === 0) return 'freshmen'
  return place % 24 === 1 ? 'changing' : 'settled'
}

/** A province for about so many people: cities, schools, faculties, branches of 30 to 50. */
export function treeFor(people: number): Tree {
  const orgs: OrgSeed[] = []
  const add = (prefix: number, type: OrgSeed['type'], name: string, parent?: OrgSeed) => {
    const made = org(String(prefix * 1_000_000 + orgs.length), type, name, parent)
    orgs.push(made)
    return made
  }
  const province = add(90, 'leadingBody', '示例省')
  const branches: Branch[] = []
  const wanted = Math.ceil(people / MEAN)
  let [city, school, faculty] = [province, province, province]
  for (let place = 0; place < wanted; place += 1) {
    if (place % (BELOW.faculty * BELOW.school * BELOW.city) === 0)
      city = add(91, 'leadingBody', `示例市${orgs.length}`, province)
    if (place % (BELOW.faculty * BELOW.school) === 0)
      school = add(92, 'grassrootsCommittee', `示例大学${orgs.length}`, city)
    if (place % BELOW.faculty === 0) faculty = add(93, 'grassrootsCommittee', `示例学院${orgs.length}`, school)
    const branch = add(94, 'branch', `示例团支部${orgs.length}`, faculty)
    const reviewOrg = place % WITHOUT_OPERATOR === WITHOUT_OPERATOR - 1 ? faculty : branch
    branches.push({ org: branch, reviewOrg, kind: kindOf(place), size: sizeOf(place), faculty, school })
  }
  return { orgs, province, branches }
}
