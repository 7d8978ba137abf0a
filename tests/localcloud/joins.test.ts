import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Aggregate, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
beforeAll(async () => {
  cloud = await startTestCloud()
  db = connect(cloud).database()
  const things = Array.from({ length: 1800 }, (_, n) => ({ group: `g${n % 900}`, n }))
  const unique = Array.from({ length: 1200 }, (_, i) => ({ key: `g${i}`, left: i, label: `label ${i}` }))
  await db.collection('things').add({ data: things })
  await db.collection('unique').add({ data: unique })
  await db.collection('tree').add({
    data: Array.from({ length: 600 }, (_, i) => ({ anc: ['root', `g${i % 300}`], state: { now: 'open' }, at: i })),
  })
}, 30_000)
afterAll(() => cloud.close())

const pipeline = (collection: string) => db.collection(collection).aggregate()
const run = async (stages: Aggregate | undefined) => {
  const { list } = (await stages?.end()) ?? { list: [] }
  return { list, cost: cloud.calls().at(-1) }
}

describe('a lookup', () => {
  const byField = { from: 'unique', localField: 'group', foreignField: 'key', as: 'found' }

  it('by a field reads only the foreign documents that it can meet', async () => {
    const { list, cost } = await run(pipeline('things').match?.({ group: 'g7' }).lookup?.(byField))
    expect(list.map((row) => (row.found as { label: string }[]).map((each) => each.label))).toEqual([
      ['label 7'],
      ['label 7'],
    ])
    expect(cost).toMatchObject({ plan: 'index group, index key', docsExamined: 3 })
  })

  it('of more than 500 values still goes by the index', async () => {
    const { list, cost } = await run(pipeline('things').limit?.(900).lookup?.(byField))
    expect(list.every((row) => (row.found as unknown[]).length === 1)).toBe(true)
    expect(cost).toMatchObject({ docsExamined: 1800 })
    expect(cost?.plan).toMatch(/index key$/)
  })

  it('of a field that holds arrays goes by the index over the array', async () => {
    const lookup = { from: 'tree', localField: 'group', foreignField: 'anc', as: 'below' }
    const { list, cost } = await run(pipeline('things').match?.({ group: 'g7' }).lookup?.(lookup))
    expect(list.map((row) => (row.below as unknown[]).length)).toEqual([2, 2])
    expect(cost).toMatchObject({ plan: 'index group, index below', docsExamined: 4 })
  })

  it('of an array on this side meets each of its elements once', async () => {
    const lookup = { from: 'unique', localField: 'anc', foreignField: 'key', as: 'found' }
    const { list } = await run(pipeline('tree').match?.({ anc: 'g8' }).limit?.(1).lookup?.(lookup))
    expect(list[0]?.found).toMatchObject([{ key: 'g8' }])
  })

  it('of a missing field meets those that miss theirs', async () => {
    await db.collection('plain').add({ data: [{ _id: 'no key' }] })
    const lookup = { from: 'plain', localField: 'nothing', foreignField: 'nothing either', as: 'found' }
    const { list } = await run(pipeline('plain').lookup?.(lookup))
    expect(list[0]?.found).toMatchObject([{ _id: 'no key' }])
  })

  it('by a pipeline goes by the index, for each document with its own variables', async () => {
    const $ = db.command.aggregate
    const match = db.command.expr($.and([$.eq(['$key', '$$wanted']), $.gte(['$left', 0])]))
    const inner = $.pipeline().match(match).project({ _id: 0, label: 1 }).done()
    const lookup = { from: 'unique', let: { wanted: '$group' }, pipeline: inner, as: 'found' }
    const { list, cost } = await run(pipeline('things').limit?.(3).lookup?.(lookup))
    expect(list.map((row) => row.found)).toEqual([
      [{ label: 'label 0' }],
      [{ label: 'label 1' }],
      [{ label: 'label 2' }],
    ])
    expect(cost).toMatchObject({ plan: 'scan, index key', docsExamined: 6 })
  })

  it('by a pipeline without variables reads once for all documents', async () => {
    const inner = [{ $match: { key: 'g5' } }, { $project: { _id: 0, left: 1 } }]
    const { list, cost } = await run(
      pipeline('things').limit?.(50).lookup?.({ from: 'unique', pipeline: inner, as: 'five' }),
    )
    expect(list).toHaveLength(50)
    expect(list[49]?.five).toEqual([{ left: 5 }])
    expect(cost).toMatchObject({ docsExamined: 51 })
  })

  it('inside a lookup is joined by index, too', async () => {
    const inner = [
      { $match: { $expr: { $eq: ['$key', '$$wanted'] } } },
      { $lookup: { from: 'things', let: { again: '$key', far: '$$wanted' }, pipeline: [
        { $match: { $expr: { $and: [{ $eq: ['$group', '$$again'] }, { $eq: ['$group', '$$far'] }] } } },
        { $project: { _id: 0, n: 1 } },
      ], as: 'things' } },
      { $project: { _id: 0, things: 1 } },
    ] // prettier-ignore
    const lookup = { from: 'unique', let: { wanted: '$group' }, pipeline: inner, as: 'found' }
    const { list, cost } = await run(pipeline('things').match?.({ group: 'g3' }).limit?.(1).lookup?.(lookup))
    expect(list[0]?.found).toEqual([{ things: [{ n: 903 }, { n: 3 }] }])
    expect(cost?.docsExamined).toBe(4)
  })

  it('of a collection that is not described is refused', async () => {
    await expect(
      run(
        pipeline('things')
          .limit?.(1)
          .lookup?.({ ...byField, from: 'nowhere' }),
      ),
    ).rejects.toThrow(/does not exist/)
  })
})

describe('a group', () => {
  it('that the statistics prove exact is made by SQL from the index alone', async () => {
    const $ = db.command.aggregate
    const { list, cost } = await run(
      pipeline('things')
        .match?.({ group: 'g7' })
        .group?.({ _id: '$group', sum: $.sum('$n'), most: $.max('$n') }),
    )
    expect(list).toEqual([{ _id: 'g7', sum: 914, most: 907 }])
    expect(cost).toMatchObject({ plan: 'index group, grouped by SQL', keysExamined: 2, returned: 1 })
  })

  it('of everything below an ancestor is made by SQL over the index of the array', async () => {
    const $ = db.command.aggregate
    const { list, cost } = await run(
      pipeline('tree')
        .match?.({ anc: 'g7' })
        .group?.({ _id: '$state.now', rows: $.sum(1), mean: $.avg('$at') }),
    )
    expect(list).toEqual([{ _id: 'open', rows: 2, mean: 157 }])
    expect(cost).toMatchObject({ plan: 'index below, grouped by SQL', keysExamined: 2 })
  })

  it('whose sums are fractions is left to the arbiter', async () => {
    await db.collection('orders').add({ data: [{ n: 0.1 }, { n: 0.2 }, { n: 0.3 }] })
    const { list, cost } = await run(pipeline('orders').group?.({ _id: null, sum: db.command.aggregate.sum('$n') }))
    expect(list).toEqual([{ _id: null, sum: 0.1 + 0.2 + 0.3 }])
    expect(cost?.plan).toBe('scan')
  })

  it('by sortByCount and count are made by SQL, too', async () => {
    const sorted = await run(
      pipeline('things')
        .match?.({ group: db.command.in(['g1', 'g2']) })
        .sortByCount?.('$group'),
    )
    expect(sorted.list.map((row) => row.count)).toEqual([2, 2])
    expect(sorted.cost?.plan).toMatch(/grouped by SQL/)
    const counted = await run(pipeline('things').match?.({ group: 'g1' }).count?.('rows'))
    expect(counted.list).toEqual([{ rows: 2 }])
    expect(counted.cost).toMatchObject({ docsExamined: 0 })
    expect((await run(pipeline('things').match?.({ group: 'nobody' }).count?.('rows'))).list).toEqual([])
  })
})
