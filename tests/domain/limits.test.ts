import * as limits from '#domain/limits'

const numbersIn = (value: unknown): number[] => {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
test('every limit is a positive whole number', () => {
  const numbers = numbersIn(limits)
  expect(numbers.length).toBeGreaterThan(60)
  for (const number of numbers) expect(Number.isInteger(number) && number > 0).toBe(true)
})
test('every range has its ends in order', () => {
  for (const { min, max } of Object.values(limits.TEXT)) expect(min).toBeLessThanOrEqual(max)
})
test('the guide’s own numbers', () => {
  expect(limits.REAL_NAME.deadline).toBe(24 * 60 * 60 * 1000)
  expect(limits.TEXT.alias.max).toBe(16)
  expect(limits.AGE.leavesAt).toBe(28)
})
