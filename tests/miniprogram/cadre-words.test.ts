import { TEXT } from '#domain/limits'
import { CHANGE_REASONS, OFFLINE_EXPLANATIONS, RETURN_REASONS } from '../../src/miniprogram/cadre/messages'
import { hintWords } from '../../src/miniprogram/cadre/person/hints'
import { offlineLacks } from '../../src/miniprogram/cadre/photos/ready'
import { lacks, withTemplate } from '../../src/miniprogram/cadre/reason/text'

const NOW = new Date('2026-09-14T02:32:00.000Z')

describe('a quick reason', () => {
  const [name, month] = RETURN_REASONS

  test('writes its sentence, and takes it away at the second touch', () => {
    expect(withTemplate('', name)).toBe(name.text)
    expect(withTemplate(name.text, name)).toBe('')
  })

  test('is added to what was typed', () => {
    expect(withTemplate('照片糊了', month)).toBe(`照片糊了。${month.text}`)
    expect(withTemplate(name.text, month)).toBe(name.text + month.text)
    expect(withTemplate(name.text + month.text, name)).toBe(month.text)
  })

  test.each([
    ['return', RETURN_REASONS, TEXT.returnReason],
    ['change', CHANGE_REASONS, TEXT.returnReason],
    ['offline', OFFLINE_EXPLANATIONS, TEXT.explanation],
  ])('can be sent as it is (%s)', (_kind, templates, limits) => {
    templates.forEach(({ text }) => expect(lacks(text, limits)).toBeUndefined())
  })
})

describe('a reason of 2 to 249 characters', () => {
  test.each([
    ['', '请写 2 到 249 个字'],
    [' 错 ', '再写 1 个字'],
    ['错了', undefined],
    ['错'.repeat(249), undefined],
    ['错'.repeat(250), '多了 1 个字'],
    ['𠮷𠮷', undefined],
  ])('%s: %s', (text, why) => expect(lacks(text, TEXT.returnReason)).toBe(why))
})

describe('an offline verification needs', () => {
  const ready = { explanation: '核对了证件原件', photos: 1, waiting: false, failed: false, confirmed: true }

  test('nothing more when all is there', () => expect(offlineLacks(ready)).toBeUndefined())

  test.each([
    ['an explanation', { explanation: '好' }, '核验说明再写 4 个字'],
    ['photos that are up', { waiting: true }, '等照片传完'],
    ['no failed photo', { failed: true }, '有照片没传上去，再试一次或移除'],
    ['a photo', { photos: 0 }, '至少加 1 张照片'],
    ['the word of the reviewer', { confirmed: false }, '请勾选「我已见到本人和证件原件」'],
  ])('%s', (_what, more, why) => expect(offlineLacks({ ...ready, ...more })).toBe(why))
})

describe('the hints in words', () => {
  test('tell when a check failed, in the order of the server', () => {
    const dates = ['2026-09-12T02:21:00.000Z', '2026-09-12T18:15:00.000Z']
    const hints = hintWords(
      [
        { level: 'fail', code: 'REAL_NAME_FAILED', detail: { dates } },
        { level: 'warn', code: 'ROSTER_NEAR', detail: { nearest: '何一洲' } },
        { level: 'ok', code: 'JOINING_AGE_USUAL', detail: { years: 15, months: 2 } },
      ],
      NOW,
    )
    expect(hints.map(({ title }) => title)).toEqual([
      '实名校验两次没通过',
      '姓名与名单差一个字：名单是「何一洲」',
      '入团时 15 岁 2 个月，符合规定',
    ])
    expect(hints[0]?.note).toBe('9月12日 10:21、昨天 02:15。请当面核验。')
  })

  test('leave out what this version does not know', () => {
    expect(hintWords([{ level: 'warn', code: 'FROM_THE_FUTURE' }], NOW)).toEqual([])
  })
})
