import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Database, type Sdk } from './support/sdk'

let cloud: TestCloud
let sdk: Sdk
let db: Database
beforeAll(async () => {
  cloud = await startTestCloud()
  sdk = connect(cloud)
  db = sdk.database()
})
afterAll(() => cloud.close())

const failure = async (work: Promise<unknown>): Promise<{ errCode?: number; message: string }> =>
  work.then(
    () => ({ message: 'nothing was refused' }),
    (thrown: { errCode?: number; message: string }) => thrown,
  )

describe('a document', () => {
  const at = new Date('2024-05-01T01:02:03.000Z')

  it('comes back with the types it was stored with', async () => {
    const data = {
      s: 'x',
      n: 1,
      f: 1.5,
      big: 1700000000000,
      b: true,
      at,
      list: [1, '2', { z: 3 }],
      o: { p: { q: '字' } },
      none: null,
    }
    const { _id } = await db
      .collection('plain')
      .add({ data: { ...data, gone: undefined, point: db.Geo.Point(113, 23) } })
    const { data: back } = await db.collection('plain').doc(_id).get()
    expect(back).toMatchObject(data)
    expect(back).not.toHaveProperty('gone')
    expect(back.point).toMatchObject({ longitude: 113, latitude: 23 })
  })

  it('takes the time of the server, with an offset when asked', async () => {
    const before = Date.now()
    const { _id } = await db
      .collection('plain')
      .add({ data: { now: db.serverDate(), later: db.serverDate({ offset: 60_000 }) } })
    const { data } = await db.collection('plain').doc(_id).get()
    const now = (data.now as Date).getTime()
    expect(now).toBeGreaterThanOrEqual(before)
    expect(now).toBeLessThanOrEqual(Date.now())
    expect((data.later as Date).getTime() - now).toBe(60_000)
  })

  it('keeps an id of its own and gets one when it has none', async () => {
    expect(await db.collection('plain').add({ data: { _id: 'mine', a: 1 } })).toMatchObject({ _id: 'mine' })
    const { _ids } = await db.collection('plain').add({ data: [{ a: 1 }, { a: 2 }] })
    expect(new Set(_ids).size).toBe(2)
  })

  it('cannot take the id of another, and then none of its companions is stored', async () => {
    const refused = await failure(db.collection('plain').add({ data: [{ _id: 'companion' }, { _id: 'mine' }] }))
    expect(refused).toMatchObject({ errCode: -502001, message: expect.stringContaining('E11000') })
    expect((await db.collection('plain').where({ _id: 'companion' }).count()).total).toBe(0)
  })

  it('that is missing is refused, or null when that was asked for', async () => {
    expect((await failure(db.collection('plain').doc('nobody').get())).message).toMatch(/does not exist/)
    expect((await sdk.database({ throwOnNotFound: false }).collection('plain').doc('nobody').get()).data).toBeNull()
  })

  it('keeps odd text whole: emoji, rare characters, quotes, line ends', async () => {
    const text = '𠮷😀"\\\n\u2028{"$date":"x"}'
    await db.collection('plain').doc('odd').set({ data: { text } })
    expect((await db.collection('plain').doc('odd').get()).data.text).toBe(text)
    expect((await db.collection('plain').where({ text }).count()).total).toBe(1)
  })

  it.each([
    ['a dollar', { nested: { $bad: 1 } }],
    ['a dot', { nested: { 'a.b': 1 } }],
  ])('with %s in a field name is refused', async (_, data) => {
    expect((await failure(db.collection('plain').add({ data }))).errCode).toBe(-501007)
  })

  it('with a type that the store does not know is refused clearly', async () => {
    const body = {
      action: 'database.insertDocument',
      collectionName: 'plain',
      data: ['{"bytes":{"$binary":{"base64":"eA==","subType":"00"}}}'],
    }
    const reply = await fetch(`${cloud.url}/admin`, { method: 'POST', body: JSON.stringify(body) })
    expect(await reply.json()).toMatchObject({ code: 'INVALID_PARAM', message: expect.stringContaining('$binary') })
  })

  it('whose _id is no text is refused', async () => {
    expect((await failure(db.collection('plain').add({ data: { _id: 5 } }))).message).toMatch(/_id must be/)
  })
})

describe('doc.set', () => {
  it('makes a document, then replaces it whole', async () => {
    const reference = db.collection('plain').doc('set')
    expect((await reference.set({ data: { a: 1, b: 2 } })).stats).toMatchObject({ updated: 0, created: 1 })
    expect((await reference.set({ data: { a: 1 } })).stats).toMatchObject({ updated: 1, created: 0 })
    expect((await reference.get()).data).toEqual({ _id: 'set', a: 1 })
  })
})

describe('removing', () => {
  it('tells how many went', async () => {
    await db.collection('plain').add({ data: [{ kind: 'r' }, { kind: 'r' }, { kind: 's' }] })
    expect((await db.collection('plain').where({ kind: 'r' }).remove()).stats.removed).toBe(2)
    expect((await db.collection('plain').doc('nobody').remove()).stats.removed).toBe(0)
  })
})

describe('a collection that is not described', () => {
  it.each([
    ['read', () => db.collection('nowhere').get()],
    ['counted', () => db.collection('nowhere').count()],
    ['written', () => db.collection('nowhere').add({ data: { a: 1 } })],
    ['aggregated', () => db.collection('nowhere').aggregate().limit?.(1).end()],
  ])('cannot be %s', async (_, work) => {
    expect((await failure(Promise.resolve(work()))).message).toMatch(/not in the cloud's description/)
  })

  it('is told by the code of the cloud', async () => {
    expect((await failure(db.collection('nowhere').get())).errCode).toBe(-502005)
  })

  it('cannot be made at run time', async () => {
    expect((await failure(db.createCollection('nowhere'))).message).toMatch(/not in the cloud's description/)
  })
})
