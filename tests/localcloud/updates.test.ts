import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
beforeAll(async () => {
  cloud = await startTestCloud()
  db = connect(cloud).database()
})
afterAll(() => cloud.close())

type Row = Record<string, unknown>

const afterUpdate = async (start: Row, data: Row): Promise<Row> => {
  const reference = db.collection('plain').doc('updated')
  await reference.set({ data: { kept: true, ...start } })
  await reference.update({ data })
  const { _id: _, kept: __, ...rest } = (await reference.get()).data
  return rest
}

describe('an update', () => {
  it('changes a document as MongoDB would', async () => {
    const _ = db.command
    const table: [string, Row, Row, Row][] = [
      ['a field', { a: 1, b: 2 }, { a: 5 }, { a: 5, b: 2 }],
      ['a nested field, its neighbours kept', { o: { x: 1, y: 2 } }, { o: { x: 9 } }, { o: { x: 9, y: 2 } }],
      ['a dotted path that is not there yet', { a: 1 }, { 'q.w.e': 1 }, { a: 1, q: { w: { e: 1 } } }],
      ['set replaces an object', { o: { x: 1, y: 2 } }, { o: _.set({ z: 3 }) }, { o: { z: 3 } }],
      ['remove', { a: 1, b: 2 }, { a: _.remove() }, { b: 2 }],
      ['inc', { n: 1 }, { n: _.inc(5), m: _.inc(2) }, { n: 6, m: 2 }],
      ['mul', { n: 3 }, { n: _.mul(4) }, { n: 12 }],
      ['min and max', { n: 3, m: 3 }, { n: _.min(1), m: _.max(9) }, { n: 1, m: 9 }],
      ['rename', { a: 1 }, { a: _.rename('b') }, { b: 1 }],
      ['push', { list: [1] }, { list: _.push([2, 3]) }, { list: [1, 2, 3] }],
      [
        'push with sort and slice',
        { list: [3, 1] },
        { list: _.push({ each: [2, 5], sort: 1, slice: 3 }) },
        { list: [1, 2, 3] },
      ],
      ['push of single values', { list: [1] }, { list: _.push(2, 3) }, { list: [1, 2, 3] }],
      ['push at a position', { list: [1, 4] }, { list: _.push({ each: [2, 3], position: 1 }) }, { list: [1, 2, 3, 4] }],
      ['push before the end', { list: [1, 4] }, { list: _.push({ each: [3], position: -1 }) }, { list: [1, 3, 4] }],
      ['push keeping the last', { list: [1, 2] }, { list: _.push({ each: [3], slice: -2 }) }, { list: [2, 3] }],
      ['push that keeps nothing', { list: [1] }, { list: _.push({ each: [2], slice: 0 }) }, { list: [] }],
      [
        'push to a new list, sorted and cut',
        {},
        { list: _.push({ each: [3, 1, 2], sort: 1, slice: 2 }) },
        { list: [1, 2] },
      ],
      [
        'push of objects, sorted by two fields',
        { list: [{ a: 1, b: 1 }] },
        {
          list: _.push({
            each: [
              { a: 1, b: 0 },
              { a: 0, b: 9 },
            ],
            sort: { a: -1, b: 1 },
          }),
        },
        {
          list: [
            { a: 1, b: 0 },
            { a: 1, b: 1 },
            { a: 0, b: 9 },
          ],
        },
      ],
      ['unshift of several', { list: [3] }, { list: _.unshift(1, 2) }, { list: [1, 2, 3] }],
      [
        'bit',
        { n: 6, m: 6, o: 6 },
        { n: _.bit({ and: 3 }), m: _.bit({ or: 1 }), o: _.bit({ xor: 2 }) },
        { n: 2, m: 7, o: 4 },
      ],
      ['mul of a missing field', {}, { n: _.mul(3) }, { n: 0 }],
      [
        'max and min of dates',
        { a: new Date(5), b: new Date(5) },
        { a: _.max(new Date(9)), b: _.min(new Date(9)) },
        { a: new Date(9), b: new Date(5) },
      ],
      ['rename to another object', { o: { x: 1 }, p: {} }, { o: { x: _.rename('p.y') } }, { o: {}, p: { y: 1 } }],
      ['unshift', { list: [1] }, { list: _.unshift([0]) }, { list: [0, 1] }],
      ['pop', { list: [1, 2] }, { list: _.pop() }, { list: [1] }],
      ['shift', { list: [1, 2] }, { list: _.shift() }, { list: [2] }],
      ['pull', { list: [1, 2, 1] }, { list: _.pull(1) }, { list: [2] }],
      ['pull by condition', { list: [1, 5, 9] }, { list: _.pull(_.gt(4)) }, { list: [1] }],
      ['pullAll', { list: [1, 2, 3] }, { list: _.pullAll([1, 3]) }, { list: [2] }],
      [
        'pull of matching objects',
        { list: [{ a: 1, b: 1 }, { a: 2 }] },
        { list: _.pull({ a: 1 }) },
        { list: [{ a: 2 }] },
      ],
      [
        'pull of objects by condition',
        { list: [{ a: 1 }, { a: 5 }] },
        { list: _.pull({ a: _.gt(3) }) },
        { list: [{ a: 1 }] },
      ],
      ['pull by a list', { list: [1, 2, 3] }, { list: _.pull(_.in([1, 3])) }, { list: [2] }],
      [
        'pullAll of arrays takes them whole',
        { list: [[1, 2], [1], 1] },
        { list: _.pullAll([[1], 1]) },
        { list: [[1, 2]] },
      ],
      ['addToSet of each', { list: [1, 1] }, { list: _.addToSet({ $each: [1, 2, 2] }) }, { list: [1, 1, 2] }],
      ['addToSet of a new list', {}, { list: _.addToSet('a') }, { list: ['a'] }],
      ['remove inside an array leaves null', { list: [1, 2] }, { 'list.0': _.remove() }, { list: [null, 2] }],
      ['every element', { list: [{ v: 1 }, { v: 2 }] }, { 'list.$[].v': _.inc(1) }, { list: [{ v: 2 }, { v: 3 }] }],
      ['addToSet', { list: [1] }, { list: _.addToSet(1) }, { list: [1] }],
      ['addToSet a new one', { list: [1] }, { list: _.addToSet(2) }, { list: [1, 2] }],
      ['an element by its index', { list: [{ a: 1 }, { a: 2 }] }, { 'list.1.a': 9 }, { list: [{ a: 1 }, { a: 9 }] }],
      ['a date', { at: null }, { at: new Date(5) }, { at: new Date(5) }],
    ]
    const results: [string, Row][] = []
    for (const [name, start, data] of table) results.push([name, await afterUpdate(start, data)])
    expect(results).toEqual(table.map(([name, , , expected]) => [name, expected]))
  })

  it('is refused where MongoDB would refuse it, and changes nothing', async () => {
    const _ = db.command
    const table: [Row, Row, RegExp][] = [
      [{ n: 'text' }, { n: _.inc(1) }, /non-numeric/],
      [{ list: 'text' }, { list: _.push([1]) }, /must be an array/],
      [{ a: 'text' }, { 'a.b': 1 }, /Cannot create field/],
      [{ a: null }, { 'a.b': 1 }, /Cannot create field/],
      [{ a: [{ b: 1 }] }, { 'a.b': 1 }, /Cannot create field/],
      [{ n: 1.5 }, { n: _.bit({ and: 1 }) }, /no whole number/],
      [{ n: 1 }, { n: _.bit({ nand: 1 }) }, /invalid/],
      [{ list: [1] }, { list: _.push({ each: 5 }) }, /needs an array/],
      [{ list: [1] }, { list: _.push({ each: [5], slice: 1.5 }) }, /whole numbers/],
      [{ list: [1] }, { list: _.pullAll(1) }, /needs an array/],
      [{ a: { b: 1 } }, { a: _.set({ c: 1 }), 'a.b': 2 }, /would create a conflict/],
      [{ a: [{ b: 1 }] }, { 'a.0.b': _.rename('c') }, /cannot reach into an array/],
    ]
    for (const [start, data, message] of table) {
      await expect(afterUpdate(start, data)).rejects.toMatchObject({
        errCode: -502001,
        message: expect.stringMatching(message),
      })
      expect((await db.collection('plain').doc('updated').get()).data).toMatchObject(start)
    }
  })

  it('of many documents tells how many changed', async () => {
    await db.collection('things').add({
      data: [
        { group: 'u', n: 1 },
        { group: 'u', n: 2 },
        { group: 'v', n: 3 },
      ],
    })
    expect(
      (
        await db
          .collection('things')
          .where({ group: 'u' })
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(1)
    expect(
      (
        await db
          .collection('things')
          .where({ group: 'nobody' })
          .update({ data: { n: 2 } })
      ).stats.updated,
    ).toBe(0)
  })

  it('of the first matching element changes that one', async () => {
    await db
      .collection('things')
      .doc('positional')
      .set({
        data: {
          group: 'p',
          list: [
            { id: 'a', v: 1 },
            { id: 'b', v: 1 },
          ],
        },
      })
    await db
      .collection('things')
      .where({ group: 'p', 'list.id': 'b' })
      .update({ data: { 'list.$.v': 7 } })
    expect((await db.collection('things').doc('positional').get()).data.list).toEqual([
      { id: 'a', v: 1 },
      { id: 'b', v: 7 },
    ])
  })

  it('of the first matching element finds it inside an and, too', async () => {
    const _ = db.command
    const list = [
      { id: 'a', v: 1 },
      { id: 'b', v: 1 },
    ]
    await db
      .collection('things')
      .doc('positional')
      .set({ data: { group: 'p', list } })
    await db
      .collection('things')
      .where(_.and([{ group: 'p' }, { 'list.id': 'b' }]))
      .update({ data: { 'list.$.v': _.inc(4) } })
    expect((await db.collection('things').doc('positional').get()).data.list).toMatchObject([{ v: 1 }, { v: 5 }])
  })
})

describe('a conditional write', () => {
  it('has exactly one winner for each of 200 competing pairs', async () => {
    const ids = Array.from({ length: 200 }, (_, i) => `rev${i}`)
    await db.collection('plain').add({ data: ids.map((_id) => ({ _id, rev: 1 })) })
    const attempt = async (_id: string, by: string) =>
      (
        await db
          .collection('plain')
          .where({ _id, rev: 1 })
          .update({ data: { rev: 2, by } })
      ).stats.updated
    const results = await Promise.all(ids.flatMap((id) => [attempt(id, 'one'), attempt(id, 'other')]))
    expect(results.reduce((sum, updated) => sum + updated, 0)).toBe(200)
    expect((await db.collection('plain').where({ rev: 2 }).count()).total).toBe(200)
  })

  it('loses no increment', async () => {
    await db
      .collection('plain')
      .doc('counter')
      .set({ data: { n: 0 } })
    await Promise.all(
      Array.from({ length: 100 }, () =>
        db
          .collection('plain')
          .doc('counter')
          .update({ data: { n: db.command.inc(1) } }),
      ),
    )
    expect((await db.collection('plain').doc('counter').get()).data.n).toBe(100)
  })
})
