import type { FiledValues } from '#contract/form-values'
import { factsOf, splitFacts } from '../../src/miniprogram/cadre/person/facts'
import { markableOf } from '../../src/miniprogram/cadre/person/markable'
import { grouped } from '../../src/miniprogram/cadre/person/number'
import { viewerMark } from '../../src/miniprogram/cadre/person/viewer-mark'

const values: FiledValues = {
  arrivalKind: 'inProvince',
  name: '何一舟',
  idType: 'residentCard',
  birthDate: '2006-03-15',
  sex: 'male',
  joinedMonth: '2021-05',
  joinedUnit: '南岭示例中学',
  memberNumber: '202144010118',
  politicalStatus: 'leagueMember',
  isBranchCadre: false,
  ethnicity: '01',
  education: 'bachelorInProgress',
  highestEducation: 'bachelorInProgress',
  householdPlace: { code: '440199', name: '广东省 广州市' },
  incomeBand: 'student',
  idMask: '4401**********0012',
  mobileMask: '138****0000',
}
const valueOf = (field: string, of: FiledValues = values) => factsOf(of).find((fact) => fact.field === field)?.value

describe('the facts of a check-in', () => {
  test.each([
    ['idNumber', '4401**********0012'],
    ['joinedMonth', '2021年5月'],
    ['birthDate', '2006年3月15日'],
    ['memberNumber', '2021****0118'],
    ['sex', '男'],
    ['ethnicity', '汉族'],
    ['education', '大学本科在读'],
    ['isBranchCadre', '不是'],
    ['mobile', '138****0000'],
  ])('%s reads %s', (field, text) => expect(valueOf(field)).toBe(text))

  test('leave out what was not filled in', () => {
    expect(factsOf(values).map(({ field }) => field)).not.toContain('qq')
  })

  test('tell a post with its own title, its months and its nature', () => {
    const branchPost = {
      post: 'other',
      otherTitle: '文书',
      since: '2025-09',
      nature: 'partTime',
      partyBody: true,
    } as const
    expect(valueOf('branchPost', { ...values, isBranchCadre: true, branchPost })).toBe(
      '文书，2025年9月起，兼职，党组织成员',
    )
  })

  test('begin with what is compared first, and lose nothing', () => {
    const facts = factsOf(values)
    const { first, rest } = splitFacts(facts)
    expect(first.map(({ field }) => field)).toEqual(['idNumber', 'joinedMonth', 'memberNumber', 'joinedUnit'])
    expect([...first, ...rest]).toHaveLength(facts.length)
  })
})

describe('what a reviewer can point at', () => {
  const { memberNumber: _number, ...unnumbered } = values
  const fieldsOf = (of: FiledValues) => markableOf(of).flatMap(({ fields }) => fields)

  test('stands under the pages of the form', () => {
    expect(markableOf(values).map(({ title }) => title)).toEqual(['身份', '入团', '学习'])
  })

  test('includes a member number that is missing', () => {
    expect(fieldsOf(unnumbered)).toContainEqual({ field: 'memberNumber', label: '团员编号', value: '没填' })
  })

  test('names a letter only for those who needed one', () => {
    expect(fieldsOf(values).map(({ field }) => field)).not.toContain('letter')
    expect(fieldsOf({ ...values, arrivalKind: 'otherProvince' }).map(({ field }) => field)).toContain('letter')
  })

  test('never includes the phone, which belongs to the account', () => {
    expect(fieldsOf(values).map(({ label }) => label)).not.toContain('手机号')
  })
})

test('a number is grouped as it stands on the card', () => {
  expect(grouped('440199200603150012')).toBe('440199 20060315 0012')
  expect(grouped('44019920060315001X')).toBe('440199 20060315 001X')
  expect(grouped('H1234567')).toBe('H1234567')
})

test('the watermark carries the viewer and the day in China', () => {
  expect(viewerMark('林晓禾', new Date('2026-09-13T16:30:00.000Z'))).toBe('林晓禾 0914')
})
