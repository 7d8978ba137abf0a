import { tokenIn } from '../../src/miniprogram/pages/branch/token-in'

const CODE = 'aB3-_fghijklmnopqrstuv'

describe('a check-in code', () => {
  it.each([
    ['as it is', CODE],
    ['with spaces around it', `  ${CODE}\n`],
    ['in the scene of a WeChat code', `pages/branch/index?scene=${CODE}`],
    ['in an address', `https://example.org/#/pages/branch/index?code=${CODE}&from=group`],
    ['in a whole message', `同学们来报到：https://example.org/?code=${CODE} 今晚之前`],
    ['between Chinese words', `报到码${CODE}，过期找我`],
  ])('is found %s', (_how, text) => expect(tokenIn(text)).toBe(CODE))

  it.each([
    ['is too short', CODE.slice(1)],
    ['is too long', `${CODE}x`],
    ['is absent', '我的支部在哪里'],
    ['is nothing', ''],
  ])('is not found where it %s', (_why, text) => expect(tokenIn(text)).toBeUndefined())
})
