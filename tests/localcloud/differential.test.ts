import { Query, update } from 'mingo'
import { decodeStored, encodeStored } from '../../src/localcloud/store/codec'
import { Engine } from '../../src/localcloud/store/engine'
import { calculate, get } from '../../src/localcloud/store/get'
import { insert } from '../../src/localcloud/store/insert'
import { modify } from '../../src/localcloud/store/modify'
import { remove } from '../../src/localcloud/store/remove'
import type { Doc } from '../../src/localcloud/store/values'
import { temporaryFolder } from './support/folder'
import { seeded, type Random } from './support/random'

const PATHS = ['a', 'b', 'o.x', 'o.y', 'tags', 'list.v', 'm'] as const
const description = {
  collections: {
    docs: {
      indexes: [
        { name: 'ab', keys: { a: 1, b: -1 } },
        { name: 'tagged', keys: { tags: 1, 'o.x': 1, b: -1 } },
        { name: 'listed', keys: { a: 1, 'list.v': 1 } },
        { name: 'm', keys: { m: 1 } },
      ],
    },
  },
} as const

// JSON text of a value, dates included: equal texts = equal values.
const wire = (value: unknown): string => encodeStored(value)

/** `wild`: any kind of value at any path; otherwise each path keeps its kind, as in a well-kept collection. */
const valueFor = (random: Random, path: string, wild: boolean): unknown => {
  // Two arrays under one index are refused, so the fields that share one with `tags` or `list` hold none.
  const single = ['a', 'b', 'o.x'].includes(path)
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

const docFor = (random: Random, id: number, wild: boolean): Doc => {
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

const isObject = (value: unknown) => typeof value === 'object' && value !== null && !(value instanceof Date)

const conditionFor = (random: Random, path: string, wild: boolean): unknown => {
  const operand = operandFor(random, path, wild)
  const simple = isObject(operand) ? 1 : operand
  return random.pick([
    () => operand,
    () => ({ $eq: simple }),
    () => ({ $ne: simple }),
    () => ({ [random.pick(['$gt', '$gte', '$lt', '$lte'])]: simple ?? 1 }),
    () => ({
      $in: [simple, operandFor(random, path, wild), ...(random.chance(0.2) ? [null] : [])].filter(
        (each) => !isObject(each),
      ),
    }),
    () => ({ $nin: [simple] }),
    () => ({ $exists: random.chance(0.5) }),
    () => ({ $not: { [random.pick(['$gt', '$eq', '$lt'])]: simple ?? 1 } }),
    () => ({ $gt: 1, $lt: 4 }),
    () => ({ $size: random.below(3) }),
    () => ({ $all: [simple] }),
  ])()
}

const filterFor = (random: Random, wild: boolean, depth = 0): Doc => {
  if (depth < 2 && random.chance(0.25))
    return {
      [random.pick(['$and', '$or', '$nor'])]: Array.from({ length: 1 + random.below(2) }, () =>
        filterFor(random, wild, depth + 1),
      ),
    }
  const filter: Doc = {}
  for (let i = 0; i <= random.below(3); i++) {
    const path = random.pick(PATHS)
    filter[path] = conditionFor(random, path, wild)
  }
  return filter
}

const at = (doc: Doc, path: string): unknown =>
  path.split('.').reduce<unknown>((value, part) => (isObject(value) ? (value as Doc)[part] : undefined), doc) ?? null

const updateFor = (random: Random, wild: boolean): Doc =>
  random.pick<() => Doc>([
    () => ({ $set: { a: valueFor(random, 'a', wild) } }),
    () => ({ $set: { 'o.x': valueFor(random, 'o.x', wild), m: valueFor(random, 'm', wild) } }),
    () => ({ $unset: { b: '' } }),
    () => ({ $inc: { a: 2 } }),
    () => ({ $mul: { a: 3 } }),
    () => ({ $push: { tags: { $each: [random.pick(['r', 's', 'w'])] } } }),
    () => ({ $pull: { tags: random.pick(['r', 's']) } }),
    () => ({ $addToSet: { tags: random.pick(['r', 'v']) } }),
    () => ({ $pop: { tags: 1 } }),
    () => ({ $max: { a: 4 } }),
    () => ({ $rename: { m: 'n' } }),
  ])()

// Thousands of comparisons: the slow, telling one only where something differs.
const same = (told: string, found: unknown, expected: unknown) => {
  if (JSON.stringify(found) !== JSON.stringify(expected)) expect([told, found]).toEqual([told, expected])
}

describe.each([
  ['each path keeps its kind', false, 20260301],
  ['any kind stands anywhere', true, 19490504],
])('when %s', (_, wild, seed) => {
  it('the store answers and writes what the arbiter would', () => {
    const random = seeded(seed)
    const engine = new Engine(temporaryFolder(), description, false)
    const oracle = new Map<string, Doc>()
    let next = 0
    let compared = 0
    const plans = new Set<string>()

    const compare = () => {
      const filter = filterFor(random, wild)
      const order: Record<string, 1 | -1> = Object.fromEntries(
        Array.from({ length: random.below(3) }, () => [
          random.pick(['a', 'b', 'o.x', '_id']),
          random.pick([1, -1] as const),
        ]),
      )
      const keys = Object.keys(order)
      const { list, meter } = get(
        engine,
        { collection: 'docs', query: wire(filter), order: keys.length ? wire(order) : undefined, limit: 10_000 },
        0,
      )
      plans.add(meter.plan)
      const matching = new Query(filter).find<Doc>([...oracle.values()])
      const expected = keys.length ? matching.sort(order).all() : matching.all()
      const found = list.map((text) => oracle.get((JSON.parse(text) as { _id: string })._id) ?? {})
      const told = `${wire(filter)} sorted by ${wire(order)}`
      same(told, list.slice().sort(), expected.map(wire).sort())
      const sortKeys = (docs: Doc[]) => docs.map((doc) => wire(keys.map((path) => at(doc, path))))
      same(told, sortKeys(found), sortKeys(expected))
      same(told, calculate(engine, { collection: 'docs', query: wire(filter) }, 0).total, expected.length)
      const page = get(
        engine,
        { collection: 'docs', query: wire(filter), order: wire({ ...order, _id: 1 }), offset: 2, limit: 3 },
        0,
      )
      const expectedPage = new Query(filter)
        .find<Doc>([...oracle.values()])
        .sort({ ...order, _id: 1 })
        .skip(2)
        .limit(3)
        .all()
      same(told, page.list, expectedPage.map(wire))
      compared++
    }

    const change = () => {
      const filter = filterFor(random, wild)
      const data = updateFor(random, wild)
      const matching = [...oracle.values()].filter((doc) => new Query(filter).test(doc))
      const request = {
        collection: 'docs',
        query: wire(filter),
        data: wire(data),
        multi: true,
        merge: true,
        upsert: false,
      }
      let refused = false
      try {
        modify(engine, request, 0)
      } catch {
        refused = true // stricter than the arbiter (wrong types): then nothing may have changed, which the next comparison sees
      }
      if (!refused) for (const doc of matching) update(doc, data, [], {}, { cloneMode: 'deep' })
    }

    for (let round = 0; round < 30; round++) {
      const fresh = Array.from({ length: 5 }, () => docFor(random, next++, wild))
      insert(engine, { collection: 'docs', data: fresh.map(wire) }, 0)
      for (const doc of fresh) oracle.set(String(doc._id), decodeStored(wire(doc)))
      change()
      if (random.chance(0.2)) {
        const filter = { _id: `d${String(random.below(next)).padStart(4, '0')}` }
        remove(engine, { collection: 'docs', query: wire(filter), multi: true }, 0)
        oracle.delete(filter._id)
      }
      for (let i = 0; i < 36; i++) compare()
    }
    engine.close()
    expect(compared).toBe(1080)
    expect([...plans]).toEqual(expect.arrayContaining(['scan', 'index ab', 'index tagged']))
  }, 60_000)
})
