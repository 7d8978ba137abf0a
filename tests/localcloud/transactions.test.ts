import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Database } from './support/sdk'

let cloud: TestCloud
let db: Database
const lines: string[] = []
beforeAll(async () => {
  cloud = await startTestCloud()
  db = connect(cloud).database()
})
afterAll(() => cloud.close())
beforeEach(async () => {
  await db
    .collection('plain')
    .doc('a')
    .set({ data: { balance: 100 } })
  await db
    .collection('plain')
    .doc('b')
    .set({ data: { balance: 0 } })
})

const balance = async (id: string) => (await db.collection('plain').doc(id).get()).data.balance

describe('a write by where() in a transaction', () => {
  const ask = (step: string, after = false) => cloud.invoke('ledger', { step, after })
  const ledger = async () => (await db.collection('plain').where({ kind: 'ledger' }).get()).data
  beforeEach(async () => {
    await db
      .collection('plain')
      .doc('account')
      .set({ data: { kind: 'ledger' } })
  })

  it.each(['update', 'remove'])('is refused before it escapes: %s', async (step) => {
    expect(await ask(step)).toEqual({ refused: expect.stringMatching(/would escape the open transaction/) })
    expect(await ledger()).toEqual([{ _id: 'account', kind: 'ledger' }])
  })

  it('is not refused once the transaction has ended', async () => {
    expect(await ask('update', true)).toMatchObject({ value: { stats: { updated: 1 } } })
    expect(await ask('remove', true)).toMatchObject({ value: { stats: { removed: 1 } } })
  })

  it('is not confused with a write by doc()', async () => {
    expect(await ask('doc')).toMatchObject({ value: { stats: { updated: 1 } } })
    expect(await ledger()).toEqual([{ _id: 'account', kind: 'ledger' }])
  })

  it.each(['count', 'aggregate'])('is told from a %s, which is only reported', async (step) => {
    lines.length = 0
    const own = await startTestCloud({ log: (line) => void lines.push(line) })
    try {
      expect(await own.invoke('ledger', { step })).toHaveProperty('value')
      expect(lines).toEqual([expect.stringMatching(/does not see that transaction$/)])
    } finally {
      await own.close()
    }
  })
})

describe('a transaction', () => {
  it('writes all at its commit; until then only itself sees its writes', async () => {
    const result = await db.runTransaction(async (tx) => {
      await tx
        .collection('plain')
        .doc('a')
        .update({ data: { balance: db.command.inc(-10) } })
      await tx
        .collection('plain')
        .doc('b')
        .update({ data: { balance: db.command.inc(10) } })
      expect((await tx.collection('plain').doc('a').get()).data.balance).toBe(90)
      expect(await balance('a')).toBe(100)
      return 'done'
    })
    expect(result).toBe('done')
    expect([await balance('a'), await balance('b')]).toEqual([90, 10])
  })

  it('reads the state of its beginning', async () => {
    const tx = await db.startTransaction()
    await db
      .collection('plain')
      .doc('a')
      .update({ data: { balance: 5 } })
    expect((await tx.collection('plain').doc('a').get()).data.balance).toBe(100)
    await tx.rollback()
  })

  it('finds what it added and changed itself', async () => {
    const tx = await db.startTransaction()
    await tx.collection('plain').add({ data: { _id: 'fresh', kind: 'own', n: 1 } })
    await tx
      .collection('plain')
      .doc('a')
      .update({ data: { kind: 'own', n: 2 } })
    const found = await tx.collection('plain').where({ kind: 'own' }).orderBy('n', 'desc').get()
    expect(found.data.map((row) => row._id)).toEqual(['a', 'fresh'])
    await tx.rollback()
    expect((await db.collection('plain').where({ kind: 'own' }).count()).total).toBe(0)
  })

  it('leaves nothing when its work throws', async () => {
    const work = db.runTransaction(async (tx) => {
      await tx
        .collection('plain')
        .doc('a')
        .update({ data: { balance: 0 } })
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow(/changed my mind/)
    expect(await balance('a')).toBe(100)
  })

  it('leaves nothing when it is rolled back, and tells the reason', async () => {
    const work = db.runTransaction(async (tx) => {
      await tx.collection('plain').doc('a').remove()
      await tx.rollback({ why: 1 })
    })
    await expect(work).rejects.toMatchObject({ why: 1 })
    expect(await balance('a')).toBe(100)
  })

  it('that comes second to a document is refused at once', async () => {
    const first = await db.startTransaction()
    const second = await db.startTransaction()
    await first
      .collection('plain')
      .doc('a')
      .update({ data: { balance: 1 } })
    await expect(
      second
        .collection('plain')
        .doc('a')
        .update({ data: { balance: 2 } }),
    ).rejects.toThrow(/conflict/)
    await first.commit()
    await second.rollback()
    expect(await balance('a')).toBe(1)
  })

  it('cannot change a document that changed after it began', async () => {
    const tx = await db.startTransaction()
    await db
      .collection('plain')
      .doc('a')
      .update({ data: { balance: 50 } })
    await expect(
      tx
        .collection('plain')
        .doc('a')
        .update({ data: { balance: 2 } }),
    ).rejects.toThrow(/conflict/)
    await tx.rollback()
  })

  it('makes a plain write to its document wait until it has ended', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('plain')
      .doc('a')
      .update({ data: { balance: 1 } })
    const waiting = db
      .collection('plain')
      .doc('a')
      .update({ data: { balance: db.command.inc(10) } })
    await tx.commit()
    await waiting
    expect(await balance('a')).toBe(11)
  })

  it('loses no increment when conflicts are tried again', async () => {
    await db
      .collection('plain')
      .doc('counter')
      .set({ data: { n: 0 } })
    const increment = async (): Promise<void> => {
      for (;;) {
        try {
          return await db.runTransaction(async (tx) => {
            const { data } = await tx.collection('plain').doc('counter').get()
            await tx
              .collection('plain')
              .doc('counter')
              .update({ data: { n: Number(data.n) + 1 } })
          })
        } catch (thrown) {
          if (!/conflict/.test(String(thrown))) throw thrown
        }
      }
    }
    await Promise.all(Array.from({ length: 20 }, increment))
    expect((await db.collection('plain').doc('counter').get()).data.n).toBe(20)
  })

  it('cannot take an id that is taken', async () => {
    const tx = await db.startTransaction()
    await expect(tx.collection('plain').add({ data: { _id: 'a' } })).rejects.toThrow(/E11000/)
    await tx.rollback()
  })

  it('keeps unique indexes at its commit', async () => {
    await db.collection('unique').add({ data: { key: 'taken', left: 1 } })
    const tx = await db.startTransaction()
    await tx.collection('unique').add({ data: { key: 'taken', left: 2 } })
    await expect(tx.commit()).rejects.toThrow(/E11000/)
  })

  it('that has ended is not known any more', async () => {
    const tx = await db.startTransaction()
    await tx.commit()
    await expect(tx.collection('plain').doc('a').get()).rejects.toThrow(/has ended/)
  })

  it('does not stop another that reads what it writes: both see the beginning', async () => {
    const [first, second] = [await db.startTransaction(), await db.startTransaction()]
    const read = async (tx: typeof first, id: string) => (await tx.collection('plain').doc(id).get()).data.balance
    expect([await read(first, 'b'), await read(second, 'a')]).toEqual([0, 100])
    await first
      .collection('plain')
      .doc('a')
      .update({ data: { balance: 1 } })
    await second
      .collection('plain')
      .doc('b')
      .update({ data: { balance: 2 } })
    expect([await read(first, 'b'), await read(second, 'a')]).toEqual([0, 100])
    await first.commit()
    await second.commit()
    expect([await balance('a'), await balance('b')]).toEqual([1, 2])
  })

  it('reads one state by where() too, whatever is added or removed meanwhile', async () => {
    const tx = await db.startTransaction()
    const ids = async () =>
      (
        await tx
          .collection('plain')
          .where({ balance: db.command.gte(0) })
          .orderBy('_id', 'asc')
          .get()
      ).data.map((row) => row._id)
    expect(await ids()).toEqual(['a', 'b'])
    await db.collection('plain').add({ data: { _id: 'c', balance: 1 } })
    await db.collection('plain').doc('b').remove()
    expect(await ids()).toEqual(['a', 'b'])
    await tx.rollback()
    await db.collection('plain').doc('c').remove()
  })

  it('whose caller has no token still escapes by where().update(), as in the cloud', async () => {
    const tx = await db.startTransaction()
    await tx
      .collection('plain')
      .where({ _id: 'b' })
      .update({ data: { escaped: true } })
    await tx.rollback()
    expect((await db.collection('plain').doc('b').get()).data.escaped).toBe(true)
  })
})
