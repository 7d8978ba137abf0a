import { readPort, sentenceOf } from '../../src/demo/sentences'

const fault = (message: string, code?: string) => Object.assign(new Error(message), code ? { code } : {})

describe('the port', () => {
  it('is 7300 unless PORT says otherwise', () => {
    expect(readPort(undefined)).toBe(7300)
    expect(readPort('8080')).toBe(8080)
  })
  it.each(['abc', '-1', '65536', '80.5'])('is refused in one sentence: %s', (text) =>
    expect(() => readPort(text)).toThrow('不是端口号'),
  )
})

describe('a start that fails', () => {
  it.each([
    [fault('The port 7300 on 127.0.0.1 is in use by another program.', 'EADDRINUSE'), '端口被占用'],
    [fault('The data folder x is in use by another local cloud.'), '正被另一个'],
    [fault('The data folder x cannot be read: file is not a database.'), '--reset'],
    ['nothing', '没能启动'],
  ])('is told in one sentence that says what to do', (thrown, part) => {
    const sentence = sentenceOf(thrown)
    expect(sentence).toContain(part)
    expect(sentence).not.toContain('\n')
  })
})
