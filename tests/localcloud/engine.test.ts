import { Engine } from '../../src/localcloud/store/engine'
import { calculate, get } from '../../src/localcloud/store/get'
import { insert } from '../../src/localcloud/store/insert'
import { modify } from '../../src/localcloud/store/modify'
import { temporaryFolder } from './support/folder'

const open = (
  indexes: { name: string; keys: Record<string, 1 | -1>; unique?: boolean }[] = [],
  dir = temporaryFolder(),
) => new Engine(dir, { collections: { docs: { indexes } } }, false)
const add = (engine: Engine, ...docs: unknown[]) =>
  insert(engine, { collection: 'docs', data: docs.map((doc) => JSON.stringify(doc)) }, 0)
const count = (engine: Engine, filter: unknown) =>
  calculate(engine, { collection: 'docs', query: JSON.stringify(filter) }, 0).total

describe('a transaction', () => {
  afterEach(() => jest.useRealTimers())

  it('ends by itself after 60 seconds', () => {
    jest.useFakeTimers()
    const engine = open()
    const id = engine.begin()
    jest.advanceTimersByTime(59_000)
    expect(engine.transaction(id)).toBeDefined()
    jest.advanceTimersByTime(1_000)
    expect(() => engine.transaction(id)).toThrow(/has ended/)
    engine.close()
  })

  it('that has ended by itself wrote nothing, and holds nobody up', () => {
    jest.useFakeTimers()
    const engine = open()
    add(engine, { _id: 'a', n: 1 })
    const update = (transactionId?: string) =>
      modify(
        engine,
        { collection: 'docs', query: '{"_id":"a"}', data: '{"$inc":{"n":1}}', multi: false, merge: true, upsert: false, transactionId },
        0,
      ) // prettier-ignore
    const id = engine.begin()
    update(id)
    expect(() => update()).toThrow(/changed by another transaction/)
    jest.advanceTimersByTime(60_000)
    expect(() => engine.commit(id)).toThrow(/has ended/)
    expect(update().updated).toBe(1)
    expect(count(engine, { n: 2 })).toBe(1)
    engine.close()
  })
})

describe('what a failed write had taught', () => {
  it('is forgotten, so that a later document of the same shape is found after a restart', () => {
    const dir = temporaryFolder()
    const engine = open([{ name: 'key', keys: { key: 1 }, unique: true }], dir)
    add(engine, { key: 1, n: 1 })
    expect(() => add(engine, { key: 2, n: 'text', tags: ['a'] }, { key: 1 })).toThrow(/E11000/)
    add(engine, { key: 3, n: 'text', tags: ['a'] })
    engine.close()
    const again = open([{ name: 'key', keys: { key: 1 }, unique: true }], dir)
    expect([count(again, { tags: 'a' }), count(again, { n: { $ne: 1 } }), count(again, { n: { $gt: 0 } })]).toEqual([
      1, 1, 1,
    ])
    again.close()
  })
})

describe('an index', () => {
  it('becomes multikey with the first array, over all documents that were there before', () => {
    const engine = open([{ name: 'tags', keys: { tags: 1 } }])
    add(engine, { tags: 'a' }, { tags: 'b' }, { n: 1 })
    add(engine, { tags: ['a', 'c'] })
    const { list, meter } = get(engine, { collection: 'docs', query: '{"tags":"a"}', limit: 10 }, 0)
    expect([list.length, meter.plan]).toEqual([2, 'index tags'])
    engine.close()
  })

  it('over two arrays of one document is refused, and the document with it', () => {
    const engine = open([{ name: 'both', keys: { left: 1, right: 1 } }])
    add(engine, { left: [1], right: 1 }, { left: 1, right: [1] })
    expect(() => add(engine, { left: [1], right: [2] })).toThrow(/parallel arrays/)
    expect(count(engine, {})).toBe(2)
    engine.close()
  })

  it('that is unique over an array refuses an element of another document', () => {
    const engine = open([{ name: 'phones', keys: { phones: 1 }, unique: true }])
    add(engine, { _id: 'one', phones: ['1', '2', '2'] })
    expect(() => add(engine, { phones: ['3', '2'] })).toThrow(/E11000.*index: phones/)
    add(engine, { phones: ['3'] })
    expect(count(engine, { phones: '3' })).toBe(1)
    engine.close()
  })

  it('that is unique cannot be built over documents that are not', () => {
    const dir = temporaryFolder()
    const engine = open([], dir)
    add(engine, { key: 1 }, { key: 1 })
    engine.close()
    expect(() => open([{ name: 'key', keys: { key: 1 }, unique: true }], dir)).toThrow(/E11000.*index: key/)
  })
})
