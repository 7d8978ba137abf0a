import type { Doc } from '../../../src/localcloud/store/values'
import type { Random } from './random'

const PATHS = ['a', 'b', 'o.x', 'o.y', 'tags', 'list.v', 'm'] as const
/** `wild`: any kind of value at any path; otherwise each path keeps its kind, as in a well-kept collection. */
const valueFor = (random: Random, path: string, wild: boolean): unknown => {
  // Two arrays under one index are refused, and the arbiter does not look into arrays inside arrays.
  const single = ['a', 'b', 'o.x', 'list.v'].includes(path)
  const kinds = [
    () => random.below(6),
    () => random.pick(['x', 'y', 'z', '', '字', 'a"b', "q'q", '𠮷']),
    () => new Date(random.below(5) * 86_400_000),
    () => random.chance(0.5),
    () => null,
    () => ({ x: random.below(3) }),
    () => (single ? random.below(3) : [random.below(3), 'x']),
    () => random.below(4) + 0.5,
  ]
  if (wild) return random.pick(kinds)()
  if (path === 'b') return new Date(random.below(9) * 86_400_000)
  if (path === 'o.x') return random.pick(['open', 'done', 'new'])
  if (path === 'm') return random.chance(0.5)
  return random.below(6)
}

export const docFor = (random: Random, id: number, wild: boolean): Doc => {
  const doc: Doc = { _id: `d${String(id).padStart(4, '0')}` }
  for (const path of ['a', 'b', 'm']) if (random.chance(0.85)) doc[path] = valueFor(random, path, wild)
  if (random.chance(0.9))
    doc.o = { x: valueFor(random, 'o.x', wild), ...(random.chance(0.7) ? { y: valueFor(random, 'o.y', wild) } : {}) }
  if (random.chance(0.8))
    doc.tags = Array.from({ length: random.below(4) }, () =>
      wild ? valueFor(random, 'tags', true) : random.pick(['r', 's', 't', 'u']),
    )
  if (random.chance(0.5))
    doc.list = Array.from({ length: random.below(3) }, () => ({ v: valueFor(random, 'list.v', wild) }))
  if (wild && random.chance(0.2)) doc.tags = valueFor(random, 'tags', true)
  return doc
}

const operandFor = (random: Random, path: string, wild: boolean): unknown =>
  path === 'tags' && random.chance(0.8)
    ? random.pick(['r', 's', 't', 'none'])
    : valueFor(random, path, wild && random.chance(0.5))

export const isObject = (value: unknown) => typeof value === 'object' && value !== null && !(value instanceof Date)

/** What is asked, and the same said in words that the arbiter alone understands as MongoDB does. */
export type Pair = { asked: Doc; meant: Doc }

const alike = (condition: unknown) => ({ asked: condition, meant: condition })

const conditionFor = (random: Random, path: string, wild: boolean): { asked: unknown; meant: unknown } => {
  const operand = operandFor(random, path, wild)
  const simple = isObject(operand) ? 1 : operand
  return random.pick([
    () => alike(operand),
    () => alike({ $eq: simple }),
    () => alike({ $ne: simple }),
    () => alike({ [random.pick(['$gt', '$gte', '$lt', '$lte'])]: simple ?? 1 }),
    () => ({ asked: { [random.pick(['$gte', '$lte'])]: null }, meant: { $eq: null } }),
    () => ({ asked: { [random.pick(['$gt', '$lt'])]: null }, meant: { $in: [] } }),
    () =>
      alike({
        $in: [simple, operandFor(random, path, wild), ...(random.chance(0.2) ? [null] : [])].filter(
          (each) => !isObject(each),
        ),
      }),
    () => alike({ $in: [simple, /^[or]/] }),
    () => alike({ $nin: [simple, ...(random.chance(0.2) ? [/e$/] : [])] }),
    () => alike({ $exists: random.chance(0.5) }),
    () => alike({ $not: { [random.pick(['$gt', '$eq', '$lt'])]: simple ?? 1 } }),
    () => alike({ $gt: 1, $lt: 4 }),
    () => alike({ $size: random.below(3) }),
    () => alike(/^[a-o]/),
    // The arbiter finds `$all` in arrays only.
    () => ({ asked: { $all: [simple] }, meant: { $eq: simple } }),
    // The arbiter takes texts and null for numbers.
    () => (path === 'a' && !wild ? alike({ $mod: [3, 1] }) : alike({ $elemMatch: { $in: ['r', 's', simple] } })),
  ])()
}

export const filterFor = (random: Random, wild: boolean, depth = 0): Pair => {
  if (depth < 2 && random.chance(0.25)) {
    const logic = random.pick(['$and', '$or', '$nor'])
    const branches = Array.from({ length: 1 + random.below(2) }, () => filterFor(random, wild, depth + 1))
    return {
      asked: { [logic]: branches.map(({ asked }) => asked) },
      meant: { [logic]: branches.map(({ meant }) => meant) },
    }
  }
  const pair: Pair = { asked: {}, meant: {} }
  for (let i = 0; i <= random.below(3); i++) {
    const path = random.pick(PATHS)
    const condition = conditionFor(random, path, wild)
    pair.asked[path] = condition.asked
    pair.meant[path] = condition.meant
  }
  return pair
}

export const orderFor = (random: Random): Record<string, 1 | -1> =>
  Object.fromEntries(
    Array.from({ length: random.below(3) }, () => [
      random.pick(['a', 'b', 'o.x', '_id']),
      random.pick([1, -1] as const),
    ]),
  )

export const projectionFor = (random: Random): Doc =>
  random.pick<Doc>([
    { a: 1, 'o.x': 1 },
    { _id: 0, b: 1, tags: 1 },
    { 'list.v': 1 },
    { tags: 0 },
    { 'o.y': 0, m: 0 },
    { a: 1, tags: { $slice: 1 } },
  ])

const accumulatorFor = (random: Random, path: string): Doc => ({
  [random.pick(['$sum', '$avg', '$min', '$max'])]: random.chance(0.2) ? 1 : `$${path}`,
})

export const groupFor = (random: Random): Doc => ({
  _id: random.pick([null, '$o.x', '$m', '$b', '$a', '$tags', { x: '$o.x', m: '$m' }]),
  rows: { $sum: 1 },
  one: accumulatorFor(random, random.pick(['a', 'b', 'o.y', 'tags'])),
  other: accumulatorFor(random, random.pick(['a', 'b', 'm', 'o.x'])),
})

export const updateFor = (random: Random, wild: boolean): Doc =>
  random.pick<() => Doc>([
    () => ({ $set: { a: valueFor(random, 'a', wild) } }),
    () => ({ $set: { 'o.x': valueFor(random, 'o.x', wild), m: valueFor(random, 'm', wild) } }),
    () => ({ $unset: { b: '' } }),
    () => ({ $inc: { a: 2 }, $unset: { 'o.y': '' } }),
    () => ({ $mul: { a: 3 } }),
    () => ({ $bit: { a: { [random.pick(['and', 'or', 'xor'])]: 5 } } }),
    () => ({ $push: { tags: { $each: [random.pick(['r', 's', 'w'])] } } }),
    () => ({
      $push: { tags: { $each: ['w', 'q'], $position: random.pick([0, 1, -1]), $slice: random.pick([4, -4]) } },
    }),
    () => ({ $push: { tags: { $each: ['x', 'p'], $slice: 5, ...(wild ? {} : { $sort: random.pick([1, -1]) }) } } }),
    () => ({ $pull: { tags: random.pick(['r', 's']) } }),
    () => ({ $pull: { tags: { $in: ['r', 'w'] } } }),
    () => ({ $pullAll: { tags: ['s', 'q'] } }),
    () => ({ $addToSet: { tags: random.pick(['r', 'v']) } }),
    () => ({ $pop: { tags: random.pick([1, -1]) } }),
    () => ({ $max: { a: 4 } }),
    () => ({ $min: { a: 1 } }),
    () => ({ $rename: { m: 'n' } }),
  ])()
