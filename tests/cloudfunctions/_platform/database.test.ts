import { openStage, type Stage } from '../../support/stage'
import { untouched } from '../../support/builders'

let stage: Stage
let modules: {
  collection: typeof import('../../../cloudfunctions/_platform/db/collection').collection
  limits: typeof import('../../../cloudfunctions/_platform/limits')
  cloud: typeof import('../../../cloudfunctions/_platform/cloud')
}
beforeAll(async () => {
  stage = await openStage()
  modules = {
    collection: (await import('../../../cloudfunctions/_platform/db/collection')).collection,
    limits: await import('../../../cloudfunctions/_platform/limits'),
    cloud: await import('../../../cloudfunctions/_platform/cloud'),
  }
})
afterAll(() => stage.close())

type Claim = { _id: string; rev: number; v: number; owner: string; at?: Date; note?: string }

describe('a conditional write', () => {
  test('is done by exactly one of two who read the same', async () => {
    const { claims } = stage.world.db
    await claims.insert({ _id: 'contested', owner: 'nobody', at: stage.time.now })
    const read = await claims.find('contested')
    if (!read) throw new Error('it was inserted')
    const written = await Promise.all(['one', 'other'].map((owner) => claims.replace(read, { ...read, owner })))
    expect(written.sort()).toEqual([false, true])
    expect((await claims.find('contested'))?.rev).toBe(2)
  })

  test('an id that is there already is not inserted again', async () => {
    const { claims } = stage.world.db
    expect(await claims.insert({ _id: 'once', owner: 'one', at: stage.time.now })).toBe(true)
    expect(await claims.insert({ _id: 'once', owner: 'other', at: stage.time.now })).toBe(false)
    expect((await claims.find('once'))?.owner).toBe('one')
  })

  test('a field that the new document lacks is gone', async () => {
    const claims = modules.collection<Claim>({ name: 'claims', version: 1 })
    await claims.insert({ _id: 'shrinking', owner: 'one', note: 'for a while' })
    const before = await claims.find('shrinking')
    if (!before) throw new Error('it was inserted')
    await claims.replace(before, { _id: before._id, owner: 'one' })
    expect(await claims.find('shrinking')).toEqual({ _id: 'shrinking', owner: 'one', rev: 2, v: 1 })
  })
})

describe('the version of a document', () => {
  const upgrades = { 1: (old: unknown) => ({ ...(old as Claim), owner: `upgraded ${(old as Claim).owner}` }) }

  test('an older one is upgraded when it is read, and written in the new shape', async () => {
    await modules.collection<Claim>({ name: 'claims', version: 1 }).insert({ _id: 'old', owner: 'somebody' })
    const claims = modules.collection<Claim>({ name: 'claims', version: 2, upgrades })
    const read = await claims.find('old')
    expect(read).toMatchObject({ owner: 'upgraded somebody', v: 2 })
    if (!read) throw new Error('it was inserted')
    expect(await claims.replace(read, read)).toBe(true)
    expect((await modules.cloud.rawCollection('claims').where({ _id: 'old' }).get()).data).toMatchObject([{ v: 2 }])
  })

  test('a newer one is read but never overwritten', async () => {
    await modules.collection<Claim>({ name: 'claims', version: 9 }).insert({ _id: 'new', owner: 'somebody' })
    const claims = modules.collection<Claim>({ name: 'claims', version: 1 })
    const read = await claims.find('new')
    expect(read?.owner).toBe('somebody')
    if (!read) throw new Error('it was inserted')
    await expect(claims.replace(read, read)).rejects.toThrow(/newer/)
  })
})

describe('a budget', () => {
  const windows = [
    { seconds: 60, max: 1 },
    { seconds: 3600, max: 3 },
  ]
  const take = (key: string) => modules.limits.take(stage.world.db, key, windows, stage.time.now)

  test('counts in sliding windows and says how long to wait', async () => {
    expect(await take('sliding')).toEqual({ ok: true })
    expect(await take('sliding')).toEqual({ ok: false, window: 0, waitSeconds: 60 })
    for (let count = 0; count < 2; count += 1) {
      stage.time.pass(60_000)
      expect(await take('sliding')).toEqual({ ok: true })
    }
    stage.time.pass(60_000)
    expect(await take('sliding')).toEqual({ ok: false, window: 1, waitSeconds: 3600 - 180 })
  })

  test('of 20 who take at once exactly as many succeed as there is room', async () => {
    const wide = [{ seconds: 60, max: 7 }]
    const taken = await Promise.all(
      Array.from({ length: 20 }, () => modules.limits.take(stage.world.db, 'parallel', wide, stage.time.now)),
    )
    expect(taken.filter(({ ok }) => ok)).toHaveLength(7)
  })

  test('that many share ends exactly at its bound', async () => {
    const expiresAt = new Date(stage.time.now.getTime() + 1000)
    const taken = await Promise.all(
      Array.from({ length: 12 }, () => modules.limits.takeShared(stage.world.db, 'shared', 5, expiresAt)),
    )
    expect(taken.filter(Boolean)).toHaveLength(5)
  })
})

describe('an effect that cannot be delivered', () => {
  test('is tried again later and later, then laid aside for a person, and never lost', async () => {
    const { tick } = await import('../../../cloudfunctions/timer/tick')
    const { accounts, jobs, notices } = stage.world.db
    const broken = {
      id: 'broken-effect',
      kind: 'notice',
      to: { accountId: 'x' },
      notice: 'checkInApproved',
      role: 'know',
      dueAt: stage.time.now,
      attempts: 0,
    } as const
    await accounts.insert({
      ...untouched,
      _id: 'owner-of-a-broken-effect',
      phoneHash: '1_broken',
      phoneMask: '',
      sealedPhone: '',
      sessions: [],
      consents: [],
      outbox: [broken],
      dueAt: stage.time.now,
    })
    const { insert } = notices
    notices.insert = () => Promise.reject(new Error('the inbox is away'))
    const waits: number[] = []
    for (let run = 0; run < 12 && !(await jobs.find(broken.id)); run += 1) {
      await tick(stage.world, 'test')
      const due = (await accounts.find('owner-of-a-broken-effect'))?.dueAt
      if (due) {
        waits.push(due.getTime() - stage.time.now.getTime())
        stage.time.now = due
      }
    }
    notices.insert = insert
    expect(waits).toEqual([...waits].sort((a, b) => a - b))
    expect(waits.length).toBe(7)
    expect(await jobs.find(broken.id)).toMatchObject({
      owner: 'accounts:owner-of-a-broken-effect',
      effect: { kind: 'notice' },
    })
    expect((await accounts.find('owner-of-a-broken-effect'))?.outbox).toEqual([])
  })
})
