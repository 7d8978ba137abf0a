import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
const lines: string[] = []
beforeAll(async () => {
  cloud = await startTestCloud({ log: (line) => void lines.push(line) })
  db = connect(cloud).database()
  const rows = Array.from({ length: 200 }, (_, i) => ({
    group: `g${i % 5}`,
    n: i,
    name: `user${i}`,
    tags: i % 2 ? ['odd', `t${i % 7}`] : ['even'],
    at: new Date(1e12 + i * 1000),
    deep: { level: i % 3 },
    flag: i < 10 ? true : undefined,
  }))
  await db
    .collection('things')
    .add({ data: [...rows, { group: 'lone', n: -1, list: [{ z: 3 }, { z: 4 }], none: null }] })
})
afterAll(() => cloud.close())

const count = async (filter: unknown) => (await db.collection('things').where(filter).count()).total

describe('an operator', () => {
  it('finds exactly what MongoDB would', async () => {
    const _ = db.command
    const table: [string, unknown, number][] = [
      ['equality', { n: 7 }, 1],
      ['text equality', { name: 'user7' }, 1],
      ['boolean', { flag: true }, 10],
      ['true is not 1', { flag: 1 }, 0],
      ['date', { at: new Date(1e12 + 5000) }, 1],
      ['neq', { 'deep.level': _.neq(1) }, 134],
      ['gt and lt', { n: _.gt(50).and(_.lt(60)) }, 9],
      ['gte or', { n: _.gte(199).or(_.lt(0)) }, 2],
      ['date range', { at: _.gte(new Date(1e12 + 190_000)) }, 10],
      ['in', { group: _.in(['g1', 'g2']) }, 80],
      ['in with null', { 'deep.level': _.in([0, null]) }, 68],
      ['nin', { group: _.nin(['g1', 'g2']) }, 121],
      ['exists', { list: _.exists(true) }, 1],
      ['exists not', { list: _.exists(false) }, 200],
      ['null meets missing', { none: null }, 201],
      ['array contains', { tags: 'odd' }, 100],
      ['all', { tags: _.all(['odd', 't1']) }, 15],
      ['size', { tags: _.size(1) }, 100],
      ['elemMatch', { list: _.elemMatch({ z: _.gt(3) }) }, 1],
      ['inside an array of objects', { 'list.z': 4 }, 1],
      ['mod', { n: _.mod(50, 0) }, 4],
      ['not', { n: _.not(_.gte(0)) }, 1],
      ['or of objects', _.or([{ n: 3 }, { name: 'user4' }]), 2],
      ['and of objects', _.and([{ group: 'g1' }, { n: _.lt(10) }]), 2],
      ['nor', _.nor([{ n: _.gte(0) }]), 1],
      ['nested object means its path', { deep: { level: 1 } }, 67],
      ['regular expression', { name: /^USER19\d$/i }, 10],
      ['db.RegExp', { name: db.RegExp({ regexp: '^user5$' }) }, 1],
      ['all on a single value', { group: _.all(['g1']) }, 40],
      ['all with elemMatch', { list: _.all([{ $elemMatch: { z: 3 } }, { $elemMatch: { z: 4 } }]) }, 1],
      ['elemMatch on values', { tags: _.elemMatch(_.eq('odd')) }, 100],
      ['mod takes numbers only', { name: _.mod(1, 0) }, 0],
      ['in with a regular expression', { name: _.in([/^user19\d$/, 'user1']) }, 11],
      ['nin with a regular expression', { name: _.nin([/^user/]) }, 1],
      ['all with a regular expression', { tags: _.all([/^t1$/, 'odd']) }, 15],
      ['not a regular expression', { name: _.not(/^user/) }, 1],
      ['db.RegExp with options', { name: db.RegExp({ regexp: '^USER5$', options: 'i' }) }, 1],
      ['gte null meets null and missing', { flag: _.gte(null) }, 191],
      ['lte null, combined', { flag: _.lte(null).and(_.exists(false)) }, 191],
      ['nothing lies beyond null', { n: _.gt(null) }, 0],
      ['nothing lies below null', { n: _.not(_.lt(null)) }, 201],
      ['an object with its fields in their order', { list: _.in([[{ z: 3 }, { z: 4 }]]) }, 1],
      ['eq in a chain', { n: _.eq(7).or(_.eq(8)) }, 2],
      ['neq, nin and exists in a chain', { n: _.neq(7).and(_.nin([8, 9])), group: _.in(['g2', 'g3', 'g4']) }, 117],
      ['and, or and nor inside each other', _.and(_.or({ n: 1 }, { n: 2 }), _.nor({ group: 'g2' })), 1],
      ['expr compares across kinds', _.expr(_.aggregate.lt(['$n', '$name'])), 200],
      ['expr tells missing from null', _.expr(_.aggregate.eq(['$none', null])), 1],
      ['expr', _.expr(_.aggregate.eq(['$n', 7])), 1],
    ]
    const found = await Promise.all(table.map(async ([name, filter]) => [name, await count(filter)]))
    expect(found).toEqual(table.map(([name, , expected]) => [name, expected]))
  })

  it('that the store cannot answer is refused, never answered wrongly', async () => {
    const _ = db.command
    const near = _.geoNear({ geometry: db.Geo.Point(113, 23), maxDistance: 10 })
    await expect(count({ place: near })).rejects.toMatchObject({ errCode: -502002 })
    await expect(count({ name: _.neq(/x/) })).rejects.toMatchObject({ errCode: -502002 })
    await expect(count(_.jsonSchema({ required: ['n'] }))).rejects.toMatchObject({ errCode: -502002 })
    await expect(count({ $text: _.text({ search: 'x' }) })).rejects.toMatchObject({ errCode: -502002 })
  })
})

describe('a list', () => {
  it('is sorted, skipped and limited', async () => {
    const _ = db.command
    const page = await db
      .collection('things')
      .where({ group: _.in(['g1', 'g2']), n: _.gt(50).and(_.lt(150)) })
      .orderBy('n', 'desc')
      .skip(2)
      .limit(3)
      .get()
    expect(page.data.map((row) => row.n)).toEqual([142, 141, 137])
  })

  it('is sorted by several fields', async () => {
    const page = await db.collection('things').orderBy('group', 'desc').orderBy('n', 'asc').limit(3).get()
    expect(page.data.map((row) => [row.group, row.n])).toEqual([
      ['lone', -1],
      ['g4', 4],
      ['g4', 9],
    ])
  })

  it('holds 100 rows when no limit was given, and never more than 1000', async () => {
    expect((await db.collection('things').get()).data).toHaveLength(100)
    await db.collection('plain').add({ data: Array.from({ length: 1100 }, (_, i) => ({ i })) })
    expect((await db.collection('plain').limit(5000).get()).data).toHaveLength(1000)
  })

  it('of more than 1000 rows is refused on the wire, where the SDK would have cut it', async () => {
    const body = { action: 'database.getDocument', collectionName: 'plain', queryType: 'WHERE', limit: 1001 }
    const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })
    expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('1000') })
  })

  it('shows the fields that were asked for', async () => {
    const _ = db.command
    const [row] = (await db.collection('things').where({ n: 1 }).field({ n: true, name: true }).get()).data
    expect(Object.keys(row ?? {}).sort()).toEqual(['_id', 'n', 'name'])
    const [cut] = (
      await db
        .collection('things')
        .where({ n: 1 })
        .field({ tags: _.project.slice(1) })
        .get()
    ).data
    expect(cut?.tags).toEqual(['odd'])
  })
})

describe('an aggregation', () => {
  it('groups, sorts, limits and projects', async () => {
    const _ = db.command
    const $ = _.aggregate
    const { list } = await chain('things')
      .match({ n: _.gte(0) })
      .group({ _id: '$group', count: $.sum(1), last: $.max('$at') })
      .sort({ _id: 1 })
      .limit(2)
      .project({ count: 1, last: 1 })
      .end()
    expect(list).toEqual([
      { _id: 'g0', count: 40, last: new Date(1e12 + 195_000) },
      { _id: 'g1', count: 40, last: new Date(1e12 + 196_000) },
    ])
  })

  it('joins another collection by a field and by a pipeline', async () => {
    const $ = db.command.aggregate
    await db.collection('unique').add({
      data: [
        { key: 'g1', label: 'one', left: 1 },
        { key: 'g2', label: 'two', left: 2 },
      ],
    })
    const joined = await chain('things')
      .match({ n: db.command.lt(3).and(db.command.gte(0)) })
      .sort({ n: 1 })
      .lookup({ from: 'unique', localField: 'group', foreignField: 'key', as: 'found' })
      .end()
    expect(joined.list.map((row) => (row.found as { label: string }[]).map((each) => each.label))).toEqual([
      [],
      ['one'],
      ['two'],
    ])
    const pipeline = $.pipeline()
      .match(db.command.expr($.eq(['$key', '$$wanted'])))
      .project({ _id: 0, label: 1 })
      .done()
    const piped = await chain('things')
      .match({ n: 1 })
      .lookup({ from: 'unique', let: { wanted: '$group' }, pipeline, as: 'found' })
      .end()
    expect(piped.list[0]?.found).toEqual([{ label: 'one' }])
  })

  it('unwinds, adds fields, replaces the root and counts', async () => {
    const $ = db.command.aggregate
    const unwound = await chain('things')
      .match({ n: 1 })
      .unwind('$tags')
      .addFields({ upper: $.toUpper('$tags') })
      .replaceRoot({ newRoot: { tag: '$upper' } })
      .end()
    expect(unwound.list).toEqual([{ tag: 'ODD' }, { tag: 'T1' }])
    expect((await chain('things').match({ group: 'g1' }).count('rows').end()).list).toEqual([{ rows: 40 }])
    expect(
      (
        await chain('things')
          .match({ n: db.command.gte(0) })
          .sortByCount('$group')
          .limit(1)
          .end()
      ).list,
    ).toMatchObject([{ count: 40 }])
    expect((await chain('things').sample({ size: 3 }).end()).list).toHaveLength(3)
    const buckets = await chain('things')
      .match({ n: db.command.gte(0) })
      .bucket({ groupBy: '$n', boundaries: [0, 100, 200] })
      .end()
    expect(buckets.list).toEqual([
      { _id: 0, count: 100 },
      { _id: 100, count: 100 },
    ])
  })

  it('measures distances', async () => {
    await db.collection('orders').add({
      data: [
        { place: db.Geo.Point(113, 23), name: 'near' },
        { place: db.Geo.Point(114, 23), name: 'far' },
      ],
    })
    const { list } = await chain('orders')
      .geoNear({ distanceField: 'metres', spherical: true, near: db.Geo.Point(113, 23) })
      .end()
    expect(list.map((row) => [row.name, Math.round(Number(row.metres) / 1000)])).toEqual([
      ['near', 0],
      ['far', 102],
    ])
  })

  it('joins inside a join', async () => {
    const inner = { from: 'unique', localField: 'group', foreignField: 'key', as: 'labels' }
    const pipeline = [{ $match: { n: 2 } }, { $lookup: inner }, { $project: { _id: 0, labels: 1 } }]
    const { list } = await chain('unique').match({ key: 'g1' }).lookup({ from: 'things', pipeline, as: 'things' }).end()
    expect(list[0]?.things).toMatchObject([{ labels: [{ label: 'two' }] }])
  })

  it('answers 20 rows when no limit was given', async () => {
    expect((await chain('things').match({}).end()).list).toHaveLength(20)
    expect((await chain('things').limit(150).end()).list).toHaveLength(150)
  })

  it('that loses rows by it is told so in the log, once', async () => {
    lines.length = 0
    await chain('things').match({ group: 'g2' }).project({ n: 1 }).end()
    await chain('things').match({ group: 'g3' }).project({ n: 1 }).end()
    await chain('things').match({ group: 'g2' }).limit(20).end()
    expect(lines).toEqual([
      '[localcloud] an aggregation of things had more rows than were asked for and was cut to 20: $match $project',
    ])
  })

  it('with an unknown operator is refused', async () => {
    await expect(
      chain('things')
        .project({ x: { $nonsense: 1 } })
        .end(),
    ).rejects.toThrow(/nonsense/)
  })
})

// The SDK's stages are methods of one chain; a test names only those that exist.
type Chain = {
  [
    stage in
      | 'match'
      | 'group'
      | 'sort'
      | 'limit'
      | 'project'
      | 'lookup'
      | 'unwind'
      | 'addFields'
      | 'replaceRoot'
      | 'count'
      | 'sortByCount'
      | 'sample'
      | 'bucket'
      | 'geoNear'
  ]: (argument: unknown) => Chain
} & {
  end(): Promise<{ list: Record<string, unknown>[] }>
}
const chain = (collection: string) => db.collection(collection).aggregate() as unknown as Chain
