import { judgePassword } from '#domain/password'

const isCommon = (password: string) => ['password', '12345678'].includes(password)
const judge = (password: string) =>
  judgePassword(password, { context: ['13800000000', 'liming', 'wang', 'li', '李'], isCommon })

test.each([
  'correct horse',
  'lightning',
  'aaaaaaab',
  '一二三四五六七八',
  '𠮷'.repeat(64),
  ' '.repeat(8),
  '李明的密码很长'.repeat(2),
])('%j will do', (password) => {
  expect(judge(password)).toMatchObject({ ok: true })
})
test.each([
  ['', 'PASSWORD_SHORT'],
  ['1234567', 'PASSWORD_SHORT'],
  ['𠮷'.repeat(7), 'PASSWORD_SHORT'],
  ['a'.repeat(65), 'PASSWORD_LONG'],
  ['a'.repeat(100_000), 'PASSWORD_LONG'],
  ['12345678', 'PASSWORD_COMMON'],
  ['PassWord', 'PASSWORD_COMMON'],
  ['x13800000000', 'PASSWORD_CONTEXT'],
  ['LiMing2006', 'PASSWORD_CONTEXT'],
  ['my-wang-2006', 'PASSWORD_CONTEXT'],
  ['TuanJian2024', 'PASSWORD_CONTEXT'],
  ['zhihuituanjian', 'PASSWORD_CONTEXT'],
  ['gongqingtuan1', 'PASSWORD_CONTEXT'],
  ['我的智慧团建密码', 'PASSWORD_CONTEXT'],
])('%j is refused: %s', (password, code) => {
  expect(judge(password)).toMatchObject({ ok: false, code })
})
test('one password typed on two keyboards is one', () => {
  expect(judge('cafe\u0301cafe\u0301')).toEqual(judge('cafécafé'))
})
