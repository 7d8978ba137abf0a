import * as options from '#domain/options'
import { optionsOf } from '#domain/options'

const LISTS = [
  ['ARRIVAL_KINDS', options.ARRIVAL_KINDS, 3],
  ['ID_TYPES', options.ID_TYPES, 2],
  ['POLITICAL_STATUSES', options.POLITICAL_STATUSES, 3],
  ['EDUCATIONS', options.EDUCATIONS, 15],
  ['OCCUPATIONS', options.OCCUPATIONS, 14],
  ['INCOME_BANDS', options.INCOME_BANDS, 7],
  ['ETHNICITIES', options.ETHNICITIES, 57],
  ['CADRE_POSTS', options.CADRE_POSTS, 9],
  ['CADRE_NATURES', options.CADRE_NATURES, 3],
] as const

test.each(LISTS)('%s has its options in order, each with a Chinese label of its own', (_, list, count) => {
  const shown = optionsOf(list)
  expect(shown.map(({ value }) => value)).toEqual(list)
  expect(shown).toHaveLength(count)
  expect(new Set(shown.map(({ label }) => label)).size).toBe(count)
  for (const { label } of shown) expect(label).toMatch(/[一-龥]/)
})

test('peoples stand under their codes of GB/T 3304', () => {
  const { ethnicity } = options.LABELS
  expect([
    ethnicity['01'],
    ethnicity['10'],
    ethnicity['22'],
    ethnicity['41'],
    ethnicity['56'],
    ethnicity.other,
  ]).toEqual(['汉族', '朝鲜族', '畲族', '塔吉克族', '基诺族', '其他'])
})

test('a list that is none of the product’s has no options', () => {
  // @ts-expect-error -- only known lists compile
  expect(() => optionsOf(['a', 'b'])).not.toThrow()
})
