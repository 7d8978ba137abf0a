import { isPlaceCode, provinceNameOf, PROVINCES } from '#domain/place'

test('there are 34 provinces, and 83 for the permits of Taiwan residents', () => {
  expect(Object.keys(PROVINCES)).toHaveLength(35)
  expect(new Set(Object.values(PROVINCES)).size).toBe(34)
})
test.each([
  ['440199', '广东省'],
  ['44', '广东省'],
  ['110000', '北京市'],
  ['990000', undefined],
  ['', undefined],
  ['constructor', undefined],
])('%s is in %s', (code, name) => {
  expect(provinceNameOf(code)).toBe(name)
})
test.each(['440199', '110101'])('%s may be a place', (code) => expect(isPlaceCode(code)).toBe(true))
test.each(['44', '990101', '4401990', '44019x', ''])('%s may not', (code) => expect(isPlaceCode(code)).toBe(false))
