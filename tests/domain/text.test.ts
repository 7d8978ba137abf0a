import { cleanText, lengthOf, normaliseName, withoutHidden } from '#domain/text'

describe('a name', () => {
  test.each([
    ['李明', '李明'],
    ['  李明 ', '李明'],
    ['李 明', '李明'],
    ['李　明', '李明'],
    ['Li 明', 'Li明'],
    ['明 Li Ming', '明Li Ming'],
    ['李\n明', '李明'],
    ['欧阳晓明', '欧阳晓明'],
    ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉・买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉･买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉‧买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['𠮷田', '𠮷田'],
    ['王\u{2B7AC}', '王\u{2B7AC}'],
    ['王\u{30EDD}', '王\u{30EDD}'],
    ['王\u{31350}', '王\u{31350}'],
    ['王\u{3106C}', '王\u{3106C}'],
    ['王䶮', '王䶮'],
    ['李〇', '李〇'],
    ['⼀⼆', '一二'],
    ['⽊⼦', '木子'],
    ['ＬＩ　ＭＩＮＧ', 'LI MING'],
    ['Li   Ming', 'Li Ming'],
    ['José Álvarez', 'José Álvarez'],
    ['Jose\u0301 Luis', 'José Luis'],
    ['Mary O’Brien', "Mary O'Brien"],
    ['Jean-Pierre Li', 'Jean-Pierre Li'],
    ['葛\u{E0100}城', '葛城'],
    ['李'.repeat(30), '李'.repeat(30)],
    ['𠮷'.repeat(30), '𠮷'.repeat(30)],
  ])('%j is %s', (typed, name) => {
    expect(normaliseName(typed)).toEqual({ ok: true, value: name })
  })

  test.each([
    ['', 'NAME_SHORT'],
    ['李', 'NAME_SHORT'],
    ['𠮷', 'NAME_SHORT'],
    [' 李 ', 'NAME_SHORT'],
    ['李'.repeat(31), 'NAME_LONG'],
    ['李'.repeat(100_000), 'NAME_LONG'],
    ['李明1', 'NAME_DIGITS'],
    ['李明１', 'NAME_DIGITS'],
    ['李①', 'NAME_DIGITS'],
    ['李\u0661', 'NAME_DIGITS'],
    ['李\u200b明', 'NAME_INVISIBLE'],
    ['李\u200d明', 'NAME_INVISIBLE'],
    ['\u202e明李', 'NAME_INVISIBLE'],
    ['李明\u200f', 'NAME_INVISIBLE'],
    ['\ufeff李明', 'NAME_INVISIBLE'],
    ['李\u0000明', 'NAME_INVISIBLE'],
    ['李\u{E0041}明', 'NAME_INVISIBLE'],
    ['李\ud842', 'NAME_CHARACTERS'],
    ['\udfb7明李', 'NAME_CHARACTERS'],
    ['李明😀', 'NAME_CHARACTERS'],
    ['李❤\ufe0f明', 'NAME_CHARACTERS'],
    ['李明！', 'NAME_CHARACTERS'],
    ['李.明', 'NAME_CHARACTERS'],
    ['李，明', 'NAME_CHARACTERS'],
    ['<b>李明</b>', 'NAME_CHARACTERS'],
    ['Иван', 'NAME_CHARACTERS'],
    ['さくら', 'NAME_CHARACTERS'],
    ['㈱李明', 'NAME_CHARACTERS'],
    ['李\ue000', 'NAME_CHARACTERS'],
    ['L\u0302\u0302\u0302i Ming', 'NAME_CHARACTERS'],
    ['·李明', 'NAME_DOT'],
    ['李明·', 'NAME_DOT'],
    ['阿卜··买买', 'NAME_DOT'],
    ['··', 'NAME_DOT'],
    ['--', 'NAME_DOT'],
  ])('%j is refused: %s', (typed, code) => {
    expect(normaliseName(typed)).toMatchObject({ ok: false, code })
  })
})

/** What keyboards, clipboards and malice put between two characters of a name. */
const INTRUDERS = [
  ...Array.from({ length: 32 }, (_, point) => point).filter((point) => ![9, 10, 13].includes(point)),
  ...Array.from({ length: 33 }, (_, index) => 0x7f + index),
  ...Array.from({ length: 5 }, (_, index) => 0x200b + index),
  ...Array.from({ length: 7 }, (_, index) => 0x2028 + index),
  ...Array.from({ length: 16 }, (_, index) => 0x2060 + index),
  ...[0xad, 0x34f, 0x61c, 0x115f, 0x17b4, 0x180e, 0x3164, 0xfeff, 0xfff9, 0xfffd, 0xffff, 0xe0001, 0xe007f],
  ...Array.from({ length: 10 }, (_, digit) => 0x30 + digit),
  ...Array.from({ length: 10 }, (_, digit) => 0xff10 + digit),
  ...Array.from({ length: 10 }, (_, digit) => 0x660 + digit),
  ...Array.from({ length: 20 }, (_, index) => 0x2460 + index),
  ...Array.from({ length: 40 }, (_, index) => 0x1f600 + index),
  ...Array.from('!"#$%&()*+,/:;<=>?@[\\]^_`{|}~，。、；：？！（）【】《》“”…￥', (sign) => sign.codePointAt(0) ?? 0),
  ...[
    0xd800, 0xdbff, 0xdc00, 0xdfff, 0xe000, 0xf8ff, 0x10ffff, 0x1f468, 0x2764, 0x20e3, 0x1f1e8, 0x3042, 0x30a2, 0x430,
    0x5d0, 0x627, 0xac00,
  ],
]

describe('strange strings', () => {
  test(`none of ${INTRUDERS.length} characters gets into a name`, () => {
    expect(INTRUDERS.length).toBeGreaterThanOrEqual(200)
    const through = INTRUDERS.filter((point) => normaliseName(`李${String.fromCodePoint(point)}晓明`).ok)
    expect(through.map((point) => point.toString(16))).toEqual([])
  })

  test('a name that got in stays the same when it comes again', () => {
    for (const typed of [
      '李 明',
      '阿卜杜拉 • 买买提',
      'ＬＩ　ＭＩＮＧ',
      '⼀⼆',
      'Jose\u0301 Luis',
      '葛\u{E0100}城',
      'a ·b',
    ]) {
      const once = normaliseName(typed)
      if (!once.ok) throw new Error(typed)
      expect(normaliseName(once.value)).toEqual(once)
    }
  })

  test('never get into a free text unseen, and cleaning twice changes nothing', () => {
    for (const point of INTRUDERS) {
      const once = withoutHidden(`理由${String.fromCodePoint(point)}：照片不清楚`)
      expect(withoutHidden(once)).toBe(once)

      expect(once).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/)
      expect(once).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
    }
  })

  test('of 50,000 characters are judged at once', () => {
    const start = process.hrtime.bigint()
    for (const each of ['a', ' ', '·', '李', '\u0301', '\u200b', '𠮷', '\ufdfa']) {
      normaliseName(each.repeat(50_000))
      cleanText(each.repeat(50_000), { min: 2, max: 249 })
    }
    expect(Number(process.hrtime.bigint() - start) / 1e6).toBeLessThan(500)
  })
})

describe('a free text', () => {
  const LIMITS = { min: 2, max: 5 }
  test.each([
    ['  两字  ', '两字'],
    ['一行\r\n两行', '一行\n两行'],
    ['a\u202eb', 'ab'],
    ['e\u0301a', 'éa'],
    ['𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['好\ud842的', '好的'],
  ])('%j becomes %j', (typed, text) => {
    expect(cleanText(typed, LIMITS)).toEqual({ ok: true, value: text })
  })
  test.each([
    ['', 'TEXT_SHORT'],
    [' 一 ', 'TEXT_SHORT'],
    ['\u200b\u200b\u200b', 'TEXT_SHORT'],
    ['一二三四五六', 'TEXT_LONG'],
    ['一'.repeat(100_000), 'TEXT_LONG'],
  ])('%j is refused: %s', (typed, code) => {
    expect(cleanText(typed, LIMITS)).toMatchObject({ ok: false, code })
  })
  test('keeps at most two accents on a letter', () => {
    expect(withoutHidden(`x${'\u0302'.repeat(50)}`)).toBe('x\u0302\u0302')
  })
})

test('characters are counted as people count them', () => {
  expect(lengthOf('𠮷田')).toBe(2)
})
