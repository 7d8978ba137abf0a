import { startTestCloud, type TestCloud } from './support/cloud'
import { description } from './support/description'
import { temporaryFolder } from './support/folder'
import { connect, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
beforeAll(async () => {
  cloud = await startTestCloud()
  db = connect(cloud).database()
})
afterAll(() => cloud.close())

const E11000 = { errCode: -502001, message: expect.stringContaining('E11000') }
const lastCall = () => cloud.calls().at(-1)

describe('a unique index', () => {
  it('refuses the same value twice, on adding and on changing', async () => {
    await db.collection('unique').add({
      data: [
        { _id: 'u1', key: 'x', left: 1 },
        { _id: 'u2', key: 'y', left: 2 },
      ],
    })
    await expect(db.collection('unique').add({ data: { key: 'x', left: 3 } })).rejects.toMatchObject(E11000)
    await expect(
      db
        .collection('unique')
        .doc('u2')
        .update({ data: { key: 'x' } }),
    ).rejects.toMatchObject(E11000)
    expect((await db.collection('unique').doc('u2').get()).data.key).toBe('y')
  })

  it('counts all missing values as one null', async () => {
    await db.collection('unique').add({ data: { _id: 'u3', left: 4 } })
    await expect(db.collection('unique').add({ data: { left: 5 } })).rejects.toMatchObject(E11000)
    await expect(db.collection('unique').add({ data: { key: null, left: 6 } })).rejects.toMatchObject(E11000)
  })

  it('over two fields compares both, a missing one as null', async () => {
    await db.collection('unique').add({ data: { key: 'p1', left: 'a', right: 'b' } })
    await db.collection('unique').add({ data: { key: 'p2', left: 'a', right: 'c' } })
    await db.collection('unique').add({ data: { key: 'p3', left: 'a' } })
    await expect(db.collection('unique').add({ data: { key: 'p4', left: 'a' } })).rejects.toMatchObject(E11000)
  })

  it('does not take true for 1', async () => {
    await db.collection('unique').add({ data: { key: 1, left: 'bool' } })
    await expect(db.collection('unique').add({ data: { key: true, left: 'bool2' } })).resolves.toBeDefined()
  })

  it('lets a value be used again after it was given up', async () => {
    await db
      .collection('unique')
      .doc('u1')
      .update({ data: { key: 'given up' } })
    await expect(db.collection('unique').add({ data: { key: 'x', left: 'again' } })).resolves.toBeDefined()
  })
})

describe('an ordinary index', () => {
  it('serves equality with an order, and the call says so', async () => {
    await db.collection('things').add({ data: Array.from({ length: 1500 }, (_, n) => ({ group: `g${n % 3}`, n })) })
    const { data } = await db.collection('things').where({ group: 'g1' }).orderBy('n', 'desc').limit(5).get()
    expect(data.map((row) => row.n)).toEqual([1498, 1495, 1492, 1489, 1486])
    expect(lastCall()).toMatchObject({ plan: 'index group', docsExamined: 5, returned: 5 })
  })

  it('is missed where there is none: a large scan is reported', async () => {
    await db.collection('things').where({ n: 7 }).get()
    expect(lastCall()).toMatchObject({ plan: 'scan', docsExamined: 1500 })
    expect(cloud.scans()).toMatchObject([{ collection: 'things', docsExamined: 1500 }])
    await db.collection('things').where({ n: 8 }).get()
    expect(cloud.scans()).toHaveLength(1)
  })
})

describe('a scan of more than 1000 documents', () => {
  it('is refused unless only a report was asked for, and changes nothing', async () => {
    const strict = await startTestCloud({ scans: 'refuse' })
    try {
      const own = connect(strict).database()
      await own.collection('things').add({ data: Array.from({ length: 1001 }, (_, n) => ({ group: `g${n % 2}`, n })) })
      const scanning = own.collection('things').where({ n: 1000 })
      const refused = { errCode: -502001, message: expect.stringMatching(/1001 documents of things were read without/) }
      await expect(scanning.get()).rejects.toMatchObject(refused)
      await expect(scanning.count()).rejects.toMatchObject(refused)
      await expect(scanning.update({ data: { n: 0 } })).rejects.toMatchObject(refused)
      await expect(scanning.remove()).rejects.toMatchObject(refused)
      const $ = own.command.aggregate
      const summed = own
        .collection('things')
        .aggregate()
        .group?.({ _id: '$n', rows: $.sum(1) })
      await expect(summed?.end()).rejects.toThrow(/were read without an index/)
      expect((await own.collection('things').where({ group: 'g0', n: 1000 }).get()).data).toHaveLength(1)
      expect((await own.collection('things').count()).total).toBe(1001)
      expect((await own.collection('things').limit(3).get()).data).toHaveLength(3)
    } finally {
      await strict.close()
      connect(cloud)
    }
  }, 15_000)
})

describe('an index that only gives the order', () => {
  it('is reported as reading everything when a filter goes along', async () => {
    await db.collection('things').where({ n: 1499 }).orderBy('group', 'asc').limit(1).get()
    expect(lastCall()).toMatchObject({ plan: 'index group', docsExamined: 1500 })
  })
})

describe('an index over an array', () => {
  const rows = Array.from({ length: 300 }, (_, i) => ({
    _id: `t${String(i).padStart(3, '0')}`,
    anc: ['root', `city${i % 3}`, `branch${i % 30}`],
    state: { now: i % 2 ? 'open' : 'done' },
    at: new Date(1e12 + (i % 50) * 1000),
  }))
  const page = (filter: unknown) =>
    db.collection('tree').where(filter).orderBy('at', 'desc').orderBy('_id', 'desc').limit(5).get()
  const expected = (accept: (row: (typeof rows)[number]) => boolean) =>
    rows
      .filter(accept)
      .sort((a, b) => b.at.getTime() - a.at.getTime() || (a._id < b._id ? 1 : -1))
      .slice(0, 5)
      .map((row) => row._id)

  it('answers a sorted page below any ancestor and reads only that page', async () => {
    await db.collection('tree').add({ data: rows })
    for (const ancestor of ['root', 'city1', 'branch7']) {
      const { data } = await page({ anc: ancestor, 'state.now': 'open' })
      expect(data.map((row) => row._id)).toEqual(
        expected((row) => row.anc.includes(ancestor) && row.state.now === 'open'),
      )
      expect(lastCall()).toMatchObject({ plan: 'index below', docsExamined: data.length })
    }
  })

  it('counts below an ancestor from the index', async () => {
    expect((await db.collection('tree').where({ anc: 'city1', 'state.now': 'open' }).count()).total).toBe(50)
    expect(lastCall()).toMatchObject({ plan: 'index below' })
  })

  it('is right with two conditions on the array', async () => {
    const _ = db.command
    expect(
      (
        await db
          .collection('tree')
          .where(_.and([{ anc: 'city1' }, { anc: 'branch7' }]))
          .count()
      ).total,
    ).toBe(10)
    expect(
      (
        await db
          .collection('tree')
          .where({ anc: _.all(['city1', 'branch7']) })
          .count()
      ).total,
    ).toBe(10)
    expect(
      (
        await db
          .collection('tree')
          .where(_.and([{ anc: 'root' }, _.or([{ anc: 'branch1' }, { anc: 'branch2' }])]))
          .count()
      ).total,
    ).toBe(20)
  })

  it('follows every change of a document', async () => {
    await db
      .collection('tree')
      .doc('t007')
      .update({ data: { anc: ['root', 'moved'] } })
    expect((await db.collection('tree').where({ anc: 'moved' }).get()).data.map((row) => row._id)).toEqual(['t007'])
    expect((await db.collection('tree').where({ anc: 'branch7' }).count()).total).toBe(9)
    await db.collection('tree').doc('t007').remove()
    expect((await db.collection('tree').where({ anc: 'moved' }).count()).total).toBe(0)
    await db
      .collection('tree')
      .doc('t008')
      .update({ data: { anc: 'alone' } })
    expect((await db.collection('tree').where({ anc: 'alone' }).count()).total).toBe(1)
    await db
      .collection('tree')
      .doc('t008')
      .update({ data: { anc: [] } })
    expect((await db.collection('tree').where({ anc: 'alone' }).count()).total).toBe(0)
  })
})

describe('a changed description', () => {
  it('has its indexes built at the next start, over the documents that are there', async () => {
    const dir = temporaryFolder()
    const first = await startTestCloud({ dir })
    await connect(first)
      .database()
      .collection('plain')
      .add({
        data: [
          { a: ['x', 'y'], b: 1 },
          { a: ['y'], b: 2 },
        ],
      })
    await first.close()
    const plain = { indexes: [{ name: 'byA', keys: { a: 1, b: -1 } }] } as const
    const second = await startTestCloud({
      dir,
      description: { ...description, collections: { ...description.collections, plain } },
    })
    try {
      const found = await connect(second).database().collection('plain').where({ a: 'y' }).orderBy('b', 'desc').get()
      expect(found.data.map((row) => row.b)).toEqual([2, 1])
      expect(second.calls().at(-1)).toMatchObject({ plan: 'index byA' })
    } finally {
      await second.close()
    }
  })
})
