import { isLeafBranch, isWithin, MAX_DEPTH, mayHold, mayTake, ORG_TYPES, type Org, type OrgType } from '#domain/org'

const TABLE: Record<OrgType, OrgType[]> = {
  leadingBody: ['leadingBody', 'workingCommittee', 'grassrootsCommittee', 'generalBranch', 'branch'],
  workingCommittee: ['grassrootsCommittee', 'generalBranch', 'branch'],
  grassrootsCommittee: ['grassrootsCommittee', 'generalBranch', 'branch'],
  generalBranch: ['branch'],
  branch: [],
}
const org = (more: Partial<Org>): Org => ({
  _id: '10000002',
  type: 'grassrootsCommittee',
  fullName: '中国共产主义青年团示例大学委员会',
  shortName: '示例大学团委',
  path: ['10000001', '10000002'],
  settings: { offlineAtOnce: false },
  active: true,
  ...more,
})

describe.each(ORG_TYPES)('a %s', (parent) => {
  test.each(ORG_TYPES)('above a %s', (child) => {
    expect(mayHold(parent, child)).toBe(TABLE[parent].includes(child))
    expect(mayTake(org({ type: parent }), child)).toBe(TABLE[parent].includes(child))
    expect(mayTake(org({ type: parent, active: false }), child)).toBe(false)
  })
})

test('the tree is at most ten deep', () => {
  const path = (length: number) => Array.from({ length }, (_, depth) => String(10000001 + depth))
  expect(mayTake(org({ path: path(MAX_DEPTH - 1) }), 'branch')).toBe(true)
  expect(mayTake(org({ path: path(MAX_DEPTH) }), 'branch')).toBe(false)
})

test.each(ORG_TYPES)('whether members belong to a %s', (type) => {
  expect(isLeafBranch(org({ type }))).toBe(type === 'branch')
  expect(isLeafBranch(org({ type, active: false }))).toBe(false)
})

test('an organisation is within itself and its ancestors only', () => {
  expect([org({}), org({})].map((each, index) => isWithin(each, ['10000001', '10000002'][index] ?? ''))).toEqual([
    true,
    true,
  ])
  expect(isWithin(org({}), '10000003')).toBe(false)
})
