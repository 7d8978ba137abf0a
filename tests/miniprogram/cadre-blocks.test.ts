import { blocksOf, lastFirst, MOUNTED_BLOCKS, BLOCK, within } from '../../src/miniprogram/cadre/queue/blocks'

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index)

describe('the rows that are mounted', () => {
  test('are at most fifty', () => expect(MOUNTED_BLOCKS * BLOCK).toBeLessThanOrEqual(50))

  test('come in blocks without loss or repetition', () => {
    expect(blocksOf(numbers(45)).map((block) => block.length)).toEqual([20, 20, 5])
    expect(blocksOf(numbers(45)).flat()).toEqual(numbers(45))
    expect(blocksOf([])).toEqual([])
  })

  test('older ones give way when more are loaded', () => {
    expect([0, 1, 2, 3, 5].map(lastFirst)).toEqual([0, 0, 0, 1, 3])
  })

  test('stay inside a list that became shorter', () => {
    expect(within(3, 2)).toBe(0)
    expect(within(1, 3)).toBe(1)
    expect(within(-1, 3)).toBe(0)
  })
})
