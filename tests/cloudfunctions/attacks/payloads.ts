import { GONE, placesIn, withAt } from './places'

const deep = (levels: number) => Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1)
/** JSON.parse makes an own property of it, an object literal would not. */
const polluted: unknown = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}')

/** Values of every type that stand where another was expected. */
export const WRONG_TYPES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 2 ** 53, -0, 1e308, '', [], [[]], {}, [null], { length: 1 },
  { $gt: '' }, { $ne: null }, { $regex: '.*' }, { $where: 'sleep(1000)' }, { $in: [] }, { $set: { status: 'approved' } },
  polluted, deep(40), deep(2_000),
] // prettier-ignore

/** Texts that have broken other people's programs. */
export const EVIL_TEXTS: readonly string[] = [
  ' ', '\u0000', 'a\u0000b', '\ud800', '\udfff', 'a\ud83d', '\u202e倒过来', '\u200b', '\u200d', '\ufeff', '\u2066x\u2069',
  '⾼⾉', '𠮷野家', '𪚥', '𬀩𰻞', '１２３４５６', '٣٤٥', 'e\u0301'.repeat(200), '\u0301'.repeat(500), '·•・‧∙', 'ﷺ'.repeat(30),
  '👨‍👩‍👧‍👦', '🇨🇳', 'İıſß', 'Ω\u212a\u2126', '\r\n', '\n\n\n', '\t', '\\', '/', '//', '../../etc/passwd', '..%2f..', 'C:\\x',
  'cloud://other.env/x', 'file:///etc/passwd', 'http://127.0.0.1/', "' OR 1=1 --", '"; drop table people', '$gt', '$where', 'a.b.c',
  '.', '..', '$', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'null', 'undefined', 'NaN', 'Infinity', '-Infinity',
  '0', '-1', '1e999', '0x10', '9'.repeat(40), '2026-02-30', '0000-00-00', '9999-99', '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>', '{{7*7}}', '${7*7}', '%s%s%n', '=1+1', '@SUM(A1)', '+86', 'a'.repeat(300), 'a'.repeat(5_000),
  '团'.repeat(3_000), 'a '.repeat(2_000), '('.repeat(500), 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!', 'A'.repeat(22), '-'.repeat(43),
  `1_${'a'.repeat(43)}`, `999_${'_'.repeat(43)}`, '00000000', '99999999',
] // prettier-ignore

const NUMBERS: readonly number[] = [-1, 0, 1, 2, 3, 4, 5, 7, 100, 999_999, 1_000_000, 1_000_001, 2 ** 31, 0.1]

const instead = (value: unknown): readonly unknown[] => {
  if (typeof value === 'string') {
    const half = value.slice(0, Math.ceil(value.length / 2))
    return [...EVIL_TEXTS, `${value} `, ` ${value}`, value + value, half, value.toUpperCase(), `${value}\u0000`]
  }
  return typeof value === 'number' ? NUMBERS : []
}

/** Every request that differs from a valid one in one place: another type, another text, something missing, something more. */
export function mutationsOf(input: object): unknown[] {
  const places = placesIn(input)
  return places.flatMap(({ place, value }) => {
    const replaced = [...WRONG_TYPES, ...instead(value)].map((other) => withAt(input, place, other))
    const missing = place.length > 0 ? [withAt(input, place, GONE)] : []
    const more =
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? ['extra', '$set', '_id', 'rev', '__proto__', 'accountId'].map((key) => withAt(input, [...place, key], 'x'))
        : []
    const longer = Array.isArray(value)
      ? [2, 60, 500].map((times) => withAt(input, place, Array(times).fill(value[0] ?? 'x')))
      : []
    return [...replaced, ...missing, ...more, ...longer]
  })
}

/** Envelopes that no client of ours sends. */
export function envelopesOf(envelope: Record<string, unknown>): unknown[] {
  const fields = ['verb', 'commandId', 'session', 'actingOrg']
  const odd = [...WRONG_TYPES, ...EVIL_TEXTS]
  return [
    ...WRONG_TYPES,
    ...fields.flatMap((field) => odd.map((value) => ({ ...envelope, [field]: value }))),
    { ...envelope, verb: 'approve.then' },
    { ...envelope, more: 'x'.repeat(90_000) },
    { ...envelope, input: 'x'.repeat(100_000) },
    { ...envelope, input: deep(5_000) },
  ]
}

/** Two places changed at once, chosen by `random`: what one wrong value alone does not reach. */
export function pairsOf(input: object, count: number, random: () => number): unknown[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T // never asked of an empty list
  const places = placesIn(input)
  const change = (tree: unknown, { place, value }: (typeof places)[number]) =>
    withAt(tree, place, pick([...WRONG_TYPES, ...instead(value), GONE]))
  return Array.from({ length: count }, () => change(change(input, pick(places)), pick(places)))
}
