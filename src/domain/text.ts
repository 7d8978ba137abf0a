import { TEXT } from './limits'
import { accept, refuse, type Outcome } from './outcome'

/** Code points, as people count characters: a rare character of a name is one, though JavaScript counts two. */
export const lengthOf = (text: string): number => Array.from(text).length

/** Full-width digits, letters and signs as Chinese keyboards type them, and the ideographic space. */
export const toHalfWidth = (raw: string): string =>
  raw.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)).replace(/\u3000/g, ' ')

type Range = readonly [from: number, to: number]
const within = (ranges: readonly Range[], point: number) => ranges.some(([from, to]) => point >= from && point <= to)
const pointsOf = (text: string) => Array.from(text, (character) => character.codePointAt(0) ?? 0)

// Ranges instead of \p{…}: property escapes in regular expressions are missing on older WeChat clients.
const HAN: readonly Range[] = [
  [0x3007, 0x3007], // 〇
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xfa0e, 0xfa29], // the twelve "compatibility" ideographs that are not compatible with any other
  [0x20000, 0x2a6df], // extension B
  [0x2a700, 0x2ee5f], // C, D, E, F, I
  [0x30000, 0x3347f], // G, H, J
]
const LATIN: readonly Range[] = [
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x24f],
  [0x1e00, 0x1eff],
]
const DIGITS: readonly Range[] = [
  [0x30, 0x39],
  [0x660, 0x669],
  [0x6f0, 0x6f9],
  [0x966, 0x96f],
]
const SURROGATES: readonly Range[] = [[0xd800, 0xdfff]]
/** Controls, soft hyphen, zero-width characters, bidirectional marks, tags: nobody sees them, some deceive. */
const INVISIBLE: readonly Range[] = [
  [0x00, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x3164, 0x3164],
  [0xfeff, 0xfeff],
  [0xfff0, 0xfffb],
  [0xe0000, 0xe007f],
]
/** They choose a glyph for the character before and change no name. */
const VARIATION_SELECTORS: readonly Range[] = [
  [0xfe00, 0xfe0f],
  [0xe0100, 0xe01ef],
]
const COMBINING: readonly Range[] = [
  [0x300, 0x36f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
]

const isHan = (point: number) => within(HAN, point)
const isNameCharacter = (point: number) =>
  isHan(point) || within(LATIN, point) || " ·'-".includes(String.fromCodePoint(point))

export const NAME_REFUSALS = [
  'NAME_SHORT',
  'NAME_LONG',
  'NAME_DIGITS',
  'NAME_INVISIBLE',
  'NAME_DOT',
  'NAME_CHARACTERS',
] as const
export type NameRefusal = (typeof NAME_REFUSALS)[number]

/** U+00B7, U+2022, U+30FB, U+FF65 and their look-alikes all mean the dot inside a name of a people such as the Uyghurs. */
const MIDDLE_DOTS = /[·•・･‧∙⋅]/g
// NFKC makes one character out of eighteen at worst; beyond this, normalising is not worth the time.
const RAW_NAME_MAX = 200

const tidyName = (raw: string) => {
  const points = pointsOf(raw).filter((point) => !within(VARIATION_SELECTORS, point))
  const text = String.fromCodePoint(...points)
  return text
    .normalize('NFKC')
    .replace(MIDDLE_DOTS, '·')
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑‒–]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/ ?· ?/g, '·')
    .trim()
}

/** Spaces stand between the words of a Latin name; beside a Chinese character they are only layout. */
const withoutLayoutSpaces = (name: string) => {
  const points = pointsOf(name)
  const isLayout = (index: number) =>
    points[index] === 0x20 && (isHan(points[index - 1] ?? 0) || isHan(points[index + 1] ?? 0))
  return Array.from(name)
    .filter((_, index) => !isLayout(index))
    .join('')
}

/** A name as registered: 2–30 Chinese characters (rare ones too) or letters and the middle dot, in one spelling. */
export const normaliseName = (raw: string): Outcome<string, NameRefusal> => {
  if (raw.length > RAW_NAME_MAX) return refuse('NAME_LONG')
  const typed = pointsOf(raw.replace(/[\t\r\n]/g, ' '))
  if (typed.some((point) => within(INVISIBLE, point))) return refuse('NAME_INVISIBLE')
  if (typed.some((point) => within(SURROGATES, point))) return refuse('NAME_CHARACTERS')

  const name = withoutLayoutSpaces(tidyName(raw))
  const points = pointsOf(name)
  if (points.some((point) => within(DIGITS, point))) return refuse('NAME_DIGITS')
  if (!points.every(isNameCharacter)) return refuse('NAME_CHARACTERS')
  if (/^[·'-]|[·'-]$|[·'-]{2}/.test(name)) return refuse('NAME_DOT')
  if (points.length < TEXT.name.min) return refuse('NAME_SHORT')
  if (points.length > TEXT.name.max) return refuse('NAME_LONG')
  return accept(name)
}

/** Free text without what nobody can see: controls, direction marks, half characters, towers of accents. Line breaks stay. */
export const withoutHidden = (raw: string): string => {
  let accents = 0
  const visible = Array.from(raw.replace(/\r\n?/g, '\n').replace(/\t/g, ' ')).filter((character) => {
    const point = character.codePointAt(0) ?? 0
    accents = within(COMBINING, point) ? accents + 1 : 0
    if (accents > 2) return false
    return character === '\n' || !(within(INVISIBLE, point) || within(SURROGATES, point))
  })
  return visible.join('').normalize('NFC').trim()
}

/** Free text of a bounded length, counted in code points after cleaning. */
export const cleanText = (
  raw: string,
  { min, max }: { min: number; max: number },
): Outcome<string, 'TEXT_SHORT' | 'TEXT_LONG'> => {
  // Far more than any field takes: not worth cleaning.
  if (raw.length > max * 8 + 64) return refuse('TEXT_LONG', { max })
  const text = withoutHidden(raw)
  const length = lengthOf(text)
  if (length < min) return refuse('TEXT_SHORT', { min })
  return length > max ? refuse('TEXT_LONG', { max }) : accept(text)
}
