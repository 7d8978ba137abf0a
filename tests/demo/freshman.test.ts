import { checkForm, defaultsFor } from '#domain/check-in-form'
import { freshmen, OUTCOMES } from '../../src/demo/page/freshman'

const NOW = new Date('2026-11-22T02:32:00.000Z')

describe('the data for another freshman', () => {
  it.each(OUTCOMES)('fills a form that is accepted: $label', ({ kind }) => {
    const source = freshmen(['林溪'], 7, NOW)
    for (let count = 0; count < 50; count += 1) {
      const { phone: _phone, ...freshman } = source.next(kind)
      const form = { ...defaultsFor({}), householdPlace: { code: '440199', name: '示例区' }, ...freshman }
      expect(checkForm(form, { today: '2026-11-22', holdsPost: false }).issues).toEqual([])
    }
  })

  it('chooses the answer of the sandbox by digits 15 and 16', () => {
    const source = freshmen([], 7, NOW)
    expect(source.next('90').idNumber.slice(14, 16)).toBe('90')
    expect(Number(source.next(undefined).idNumber.slice(14, 16))).toBeLessThan(90)
  })

  it('keeps the person when another answer is chosen', () => {
    const source = freshmen([], 7, NOW)
    const freshman = source.next(undefined)
    const other = source.withOutcome(freshman, '96')
    expect({ ...other, idNumber: '' }).toEqual({ ...freshman, idNumber: '' })
    expect(other.idNumber.slice(0, 14)).toBe(freshman.idNumber.slice(0, 14))
  })

  it('begins with those whom the branch expects', () => {
    const source = freshmen(['林溪', '江晚舟'], 7, NOW)
    expect([source.next(undefined).name, source.next(undefined).name]).toEqual(['林溪', '江晚舟'])
  })
})
