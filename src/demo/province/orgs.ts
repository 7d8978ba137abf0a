import type { StoredOrg } from '../../../cloudfunctions/_platform/db/stored'

/** An organisation as it is stored the first time, before the database counts its writes. */
export type OrgSeed = Omit<StoredOrg, 'rev' | 'v'>

type Given = Pick<OrgSeed, 'type' | 'fullName' | 'shortName'> & Partial<Pick<OrgSeed, 'settings'>>

/** The root of the tree, written last. */
export const PROVINCE_ID = '90000001'

const LEAGUE = '中国共产主义青年团'
const UNIVERSITY = '南岭示例大学'
const COLLEGE = '岭东示例学院'

/** Faculties with their short word in branch names and how many branches they have. */
const FACULTIES = [
  { school: UNIVERSITY, name: '哲学系', word: '哲学', branches: 4 },
  { school: UNIVERSITY, name: '历史系', word: '历史', branches: 6 },
  { school: UNIVERSITY, name: '外国语学院', word: '英语', branches: 7 },
  { school: UNIVERSITY, name: '计算机学院', word: '软件', branches: 7 },
  { school: COLLEGE, name: '护理学院', word: '护理', branches: 5 },
  { school: COLLEGE, name: '机械工程学院', word: '机械', branches: 5 },
] as const
const CITIES = ['岭东示例市', '岭西示例市', '岭北示例市'] as const

export type OrgTree = {
  all: readonly OrgSeed[]
  province: OrgSeed
  /** The branch of the pictures: most personas belong to it. */
  main: OrgSeed
  /** Verifies offline at the first failure. */
  offlineAtOnce: OrgSeed
  /** Has no operator: its committee reviews. */
  withoutOperator: OrgSeed
  university: OrgSeed
  philosophy: OrgSeed
  branches: readonly OrgSeed[]
}

/** 1 province, 3 cities, 2 universities, 6 faculties, 40 branches. `year` is the entry year of this autumn's freshmen. */
export function orgTree(year: number): OrgTree {
  const all: OrgSeed[] = []
  const numbers = { leadingBody: 90000000, grassrootsCommittee: 90010000, branch: 90100000 }
  const add = (parent: OrgSeed | undefined, given: Given): OrgSeed => {
    const kind = given.type as keyof typeof numbers // the three types that this tree uses
    const _id = String((numbers[kind] += 1))
    const org: OrgSeed = {
      _id,
      settings: { offlineAtOnce: false },
      active: true,
      alias: given.shortName,
      ...given,
      ...(parent ? { parentId: parent._id } : {}),
      path: [...(parent?.path ?? []), _id],
    }
    all.push(org)
    return org
  }

  const province = add(undefined, {
    type: 'leadingBody',
    fullName: `${LEAGUE}南岭省委员会（示例）`,
    shortName: '共青团南岭省委（示例）',
  })
  const cities = CITIES.map((city) =>
    add(province, { type: 'leadingBody', fullName: `${LEAGUE}${city}委员会`, shortName: `共青团${city}委` }),
  )
  const [east = province] = cities
  const schools = new Map(
    [UNIVERSITY, COLLEGE].map((school) => [
      school,
      add(school === COLLEGE ? east : province, {
        type: 'grassrootsCommittee',
        fullName: `${LEAGUE}${school}委员会`,
        shortName: `${school}团委`,
      }),
    ]),
  )
  const university = schools.get(UNIVERSITY) ?? province
  const committees = FACULTIES.map(({ school, name }) =>
    add(schools.get(school), {
      type: 'grassrootsCommittee',
      fullName: `${LEAGUE}${school}${name}委员会`,
      shortName: `${name}团委`,
    }),
  )
  const [philosophy = university] = committees

  const addClass = (committee: OrgSeed | undefined, school: string, faculty: string, name: string, atOnce = false) =>
    add(committee, {
      type: 'branch',
      fullName: `${LEAGUE}${school}${faculty}${name}支部委员会`,
      shortName: `${name}团支部`,
      settings: { offlineAtOnce: atOnce },
    })
  const classes = FACULTIES.flatMap(({ school, name, word, branches }, place) =>
    Array.from({ length: branches }, (_, index) => {
      const entry = index < 3 ? year : year - 1 - ((index - 3) % 3)
      const number = index < 3 ? index + 1 : 1 + Math.floor((index - 3) / 3)
      return addClass(committees[place], school, name, `${word}${entry}级${number}班`, place === 0 && index === 1)
    }),
  )
  const outside = cities.flatMap((city, place) =>
    ['示例中学高三1班', '示例社区'].map((name) =>
      add(city, {
        type: 'branch',
        fullName: `${LEAGUE}${CITIES[place]}${name}支部委员会`,
        shortName: `${CITIES[place]}${name}团支部`,
      }),
    ),
  )
  const branches = [...classes, ...outside]
  const [main, offlineAtOnce, withoutOperator] = branches
  if (!main || !offlineAtOnce || !withoutOperator) throw new Error('the tree has no branches')
  return { all, province, main, offlineAtOnce, withoutOperator, university, philosophy, branches }
}
