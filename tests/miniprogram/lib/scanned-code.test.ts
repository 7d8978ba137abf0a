import { codeFrom } from '../../../src/miniprogram/lib/scanned-code'

describe('the code in what was scanned', () => {
  test.each([
    ['a mini-program code', { path: 'pages/branch/index?scene=Ab3-_9xyzAb3-_9xyzAb3z' }, 'Ab3-_9xyzAb3-_9xyzAb3z'],
    ['a mini-program code that WeChat has escaped', { path: 'pages/branch/index?scene=a%2Fb' }, 'a/b'],
    ['the link of a poster', { result: 'https://example.com/#/pages/branch/index?code=44192086' }, '44192086'],
    ['the bare number of a branch', { result: '44192086' }, '44192086'],
  ])('is found in %s', (_, scan, code) => expect(codeFrom(scan)).toBe(code))

  test.each([
    ['a foreign link', { result: 'https://example.com/?id=1' }],
    ['a sentence', { result: '今天天气不错' }],
    ['nothing', {}],
  ])('is not found in %s', (_, scan) => expect(codeFrom(scan)).toBeUndefined())
})
