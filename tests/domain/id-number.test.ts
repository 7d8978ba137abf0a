import { checkDigit, readIdNumber, readOutsideNumber } from '#domain/id-number'
import { idNumberOf, TODAY } from './builders'

const VALID = '440199200603150012'

describe('a resident’s number', () => {
  test('tells birth date, sex, province and county', () => {
    expect(readIdNumber(VALID, TODAY)).toEqual({
      ok: true,
      value: { idNumber: VALID, birthDate: '2006-03-15', sex: 'male', provinceCode: '44', countyCode: '440199' },
    })
    expect(readIdNumber(idNumberOf('2006-03-15', '002'), TODAY)).toMatchObject({ value: { sex: 'female' } })
  })

  test('has the check digit of GB 11643, the standard’s own example included', () => {
    expect(checkDigit('11010519491231002')).toBe('X')
    expect(checkDigit(VALID.slice(0, 17))).toBe('2')
  })

  test.each([
    ['full-width digits', '４４０１９９２００６０３１５００１２'],
    ['spaces', ' 440199 20060315 0012 '],
    ['ideographic spaces', '440199　20060315　0012'],
    ['hyphens', '440199-20060315-0012'],
    ['dashes of a Chinese keyboard', '440199—20060315–0012'],
  ])('is read from %s', (_, typed) => {
    expect(readIdNumber(typed, TODAY)).toMatchObject({ ok: true, value: { idNumber: VALID } })
  })

  test('is read with a small or full-width x', () => {
    const sequences = Array.from({ length: 30 }, (_, index) => String(100 + index))
    const number = sequences.map((each) => idNumberOf('2006-03-15', each)).find((each) => each.endsWith('X')) ?? ''
    expect(number).toMatch(/X$/)
    for (const x of ['x', 'Ｘ', 'ｘ']) {
      expect(readIdNumber(number.replace('X', x), TODAY)).toMatchObject({ ok: true, value: { idNumber: number } })
    }
  })

  test.each([
    ['a card of the first generation', '440199060315001', 'ID_FIFTEEN_DIGITS'],
    ['nothing', '', 'ID_LENGTH'],
    ['a digit too few', VALID.slice(0, 17), 'ID_LENGTH'],
    ['a digit too many', `${VALID}0`, 'ID_LENGTH'],
    ['a letter O for a zero', VALID.replace('0012', 'O012'), 'ID_CHARACTERS'],
    ['an X in the middle', VALID.replace('2006', '20X6'), 'ID_CHARACTERS'],
    ['Chinese digits', '四四〇一九九二〇〇六〇三一五〇〇一二', 'ID_CHARACTERS'],
    ['Arabic-Indic digits', `${VALID.slice(0, 17)}\u0662`, 'ID_CHARACTERS'],
    ['a mask', '4401**********0012', 'ID_CHARACTERS'],
    ['an unknown province', `99${VALID.slice(2)}`, 'ID_PROVINCE'],
    ['a leading zero', `04${VALID.slice(2)}`, 'ID_PROVINCE'],
    ['a day that never was', idNumberOf('2006-02-29'), 'ID_DATE'],
    ['month thirteen', idNumberOf('2006-13-01'), 'ID_DATE'],
    ['the century before last', idNumberOf('1899-12-31'), 'ID_DATE'],
    ['a birth tomorrow', idNumberOf('2024-09-02'), 'ID_DATE_FUTURE'],
    ['a wrong check digit', `${VALID.slice(0, 17)}3`, 'ID_CHECK_DIGIT'],
  ])('is refused for %s', (_, typed, code) => {
    expect(readIdNumber(typed, TODAY)).toMatchObject({ ok: false, code })
  })

  test('of somebody born today is a number', () => {
    expect(readIdNumber(idNumberOf('2024-09-01'), TODAY).ok).toBe(true)
  })

  test('with any one digit changed is refused', () => {
    for (let place = 0; place < 18; place++) {
      for (const digit of '0123456789') {
        if (VALID[place] === digit) continue
        expect(readIdNumber(VALID.slice(0, place) + digit + VALID.slice(place + 1), TODAY).ok).toBe(false)
      }
    }
  })

  test('with two neighbouring digits swapped is refused', () => {
    for (let place = 0; place < 17; place++) {
      const [one = '', other = ''] = [VALID[place], VALID[place + 1]]
      if (one === other) continue
      expect(readIdNumber(VALID.slice(0, place) + other + one + VALID.slice(place + 2), TODAY).ok).toBe(false)
    }
  })
})

describe('a number from outside the mainland', () => {
  test.each([
    ['h12345678', 'H12345678'],
    ['A123456(7)', 'A1234567'],
    ['Ａ１２３４５６（７）', 'A1234567'],
    ['E 1234-5678', 'E12345678'],
    ['123456', '123456'],
    ['A'.repeat(20), 'A'.repeat(20)],
  ])('%s is read as %s', (typed, number) => {
    expect(readOutsideNumber(typed)).toEqual({ ok: true, value: number })
  })
  test.each(['', 'A1234', 'A'.repeat(21), 'A12345*', '护照12345678', 'A12\u202e3456'])('%j is refused', (typed) => {
    expect(readOutsideNumber(typed)).toMatchObject({ ok: false, code: 'OUTSIDE_NUMBER_FORMAT' })
  })
})
