/** A stored document as anything might have left it. */
export type Mutant = { what: string; document: Record<string, unknown> }
type Tree = Record<string, unknown>

const DEPTH = 2
const LONG = '长'.repeat(2_000)

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)

/** Every place of a document, down to its second floor. */
function placesOf(tree: Tree, above: readonly string[] = []): string[][] {
  return Object.entries(tree).flatMap(([key, value]) => {
    const place = [...above, key]
    return isTree(value) && place.length < DEPTH ? [place, ...placesOf(value, place)] : [place]
  })
}

const valueAt = (tree: unknown, place: readonly string[]): unknown =>
  place.reduce<unknown>((value, key) => (value as Tree | undefined)?.[key], tree) // a place of this tree

function without(tree: Tree, [key = '', ...rest]: readonly string[]): Tree {
  const { [key]: value, ...others } = tree
  return rest.length === 0 ? others : { ...others, [key]: without(value as Tree, rest) } // a place of this tree
}
function having(tree: Tree, [key = '', ...rest]: readonly string[], put: unknown): Tree {
  return { ...tree, [key]: rest.length === 0 ? put : having(tree[key] as Tree, rest, put) } // a place of this tree
}

/** What a value of this kind might have become. */
function wrongs(value: unknown): [string, unknown][] {
  const always: [string, unknown][] = [
    ['null', null],
    ['a number that is none', Number.NaN],
    ['another type', typeof value === 'string' ? 17 : '另一种'],
    ['an object', { $odd: 1, odd: { odd: true } }],
  ]
  if (typeof value === 'string')
    return [...always, ['an unknown word', 'notInTheList'], ['a NUL', `\0${value}\0`], ['a long text', LONG]]
  if (value instanceof Date)
    return [...always, ['the text of a date', value.toISOString()], ['year 9999', new Date(253e12)]]
  if (Array.isArray(value)) return [...always, ['nulls in a list', [null, null]], ['one thing for many', value[0] ?? 0]]
  return always
}

/** The bookkeeping of every document gone wrong, and fields that nobody knows. */
const bookkeeping = (document: Tree): [string, Tree][] => [
  ['v + 1', { ...document, v: Number(document.v) + 1 }],
  ['v of a far future', { ...document, v: 999 }],
  ['v 0', { ...document, v: 0 }],
  ['a field more', { ...document, extra: { $where: 'true', deep: [[[[[]]]]] } }],
  ['a __proto__', { ...document, ...(JSON.parse('{"__proto__":{"status":"approved","operator":true}}') as Tree) }],
  ['a constructor', { ...document, constructor: { prototype: { toString: 'x' } } }],
]

/** Every single thing that may be wrong with a document, or `within` a part of it, one at a time; `fixed` is kept right. */
export function mutantsOf(
  source: Tree,
  { id, fixed = () => ({}), within }: { id: (n: number) => string; fixed?: (n: number) => Tree; within?: string },
): Mutant[] {
  const places = placesOf(source).filter(([first]) => (within ? first === within : first !== '_id'))
  const spoilt = places.flatMap((place): [string, Tree][] => [
    [`${place.join('.')}: missing`, without(source, place)],
    ...wrongs(valueAt(source, place)).map(([what, put]): [string, Tree] => [
      `${place.join('.')}: ${what}`,
      having(source, place, put),
    ]),
  ])
  return [...spoilt, ...bookkeeping(source)].map(([what, document], n) => ({
    what,
    document: { ...document, ...fixed(n), _id: id(n) },
  }))
}
