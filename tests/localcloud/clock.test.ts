import { startTestCloud, type TestCloud } from './support/cloud'
import { description } from './support/description'
import { temporaryFolder } from './support/folder'
import { connect } from './support/sdk'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** What may pass between two looks at the clock on a slow machine. */
const SLACK = 60_000

type Told = { now: number; date: number; text: number; given: number; isDate: boolean; waited: number }
const ask = async (cloud: TestCloud) => (await cloud.invoke('echo', { time: true })) as Told // what the function answers

const expectAhead = (at: number, ms: number) => {
  expect(at - Date.now()).toBeGreaterThan(ms - SLACK)
  expect(at - Date.now()).toBeLessThan(ms + SLACK)
}

describe('the clock of the cloud', () => {
  let cloud: TestCloud
  beforeAll(async () => (cloud = await startTestCloud()))
  afterAll(() => cloud.close())

  it('goes with the machine until it is moved', async () => {
    expectAhead(cloud.clock.now(), 0)
    expectAhead((await ask(cloud)).now, 0)
  })

  it('is seen moved by a warm function, in every way of asking, while its timers stay real', async () => {
    await ask(cloud)
    await cloud.clock.pass(2 * DAY)
    const told = await ask(cloud)
    for (const at of [cloud.clock.now(), told.now, told.date, told.text]) expectAhead(at, 2 * DAY)
    expect(told).toMatchObject({ given: 0, isDate: true })
    expect(told.waited).toBeLessThan(SLACK)
  })

  it('is seen moved by instances that start later', async () => {
    const told = await Promise.all([ask(cloud), ask(cloud)])
    for (const { now } of told) expectAhead(now, 2 * DAY)
  })

  it('dates documents by serverDate', async () => {
    const orders = connect(cloud).database()
    await orders.collection('plain').add({ data: { _id: 'dated', at: orders.serverDate({ offset: -HOUR }) } })
    const { data } = await orders.collection('plain').doc('dated').get()
    expectAhead((data.at as Date).getTime(), 2 * DAY - HOUR)
  })

  it('dates what was sent', async () => {
    await cloud.invoke('echo', { send: true }, { openid: 'oSomebody' })
    expectAhead((await cloud.outbox.list())[0]?.at ?? 0, 2 * DAY)
  })

  it('ends links to files', async () => {
    const sdk = connect(cloud)
    const { fileID } = await sdk.uploadFile({ cloudPath: 'a.txt', fileContent: Buffer.from('a') })
    const [link] = (await sdk.getTempFileURL({ fileList: [{ fileID, maxAge: 600 }] })).fileList
    const url = link?.tempFileURL ?? ''
    expect((await fetch(url)).status).toBe(200)
    await cloud.clock.pass(HOUR)
    expect((await fetch(url)).status).toBe(403)
  })

  it.each([0, -1, 0.5, NaN, 367 * DAY])('cannot be moved by %p', async (ms) => {
    const before = cloud.clock.now()
    await expect(cloud.clock.pass(ms)).rejects.toMatchObject({ code: 'INVALID_PARAM' })
    expect(cloud.clock.now() - before).toBeLessThan(SLACK)
  })

  it('is moved by the sum of two moves at once', async () => {
    const before = cloud.clock.now()
    await Promise.all([cloud.clock.pass(HOUR), cloud.clock.pass(HOUR)])
    expect(cloud.clock.now() - before).toBeGreaterThanOrEqual(2 * HOUR)
  })
})

const opened: TestCloud[] = []
const open = async (options: Parameters<typeof startTestCloud>[0]) => {
  const cloud = await startTestCloud(options)
  opened.push(cloud)
  return cloud
}
afterEach(() => Promise.all(opened.splice(0).map((cloud) => cloud.close())))

it('after a restart time does not go back', async () => {
  const dir = temporaryFolder()
  const first = await open({ dir })
  await first.clock.pass(DAY)
  const last = (await ask(first)).now
  await first.close()
  const second = await open({ dir })
  expect((await ask(second)).now).toBeGreaterThanOrEqual(last)
  expectAhead(second.clock.now(), DAY)
})

it('a timer that becomes due has run once, at the new time, when the move is done', async () => {
  const cloud = await open({ timers: true })
  const ran = await cloud.clock.pass(2 * DAY)
  expect(ran).toMatchObject([
    { name: 'order', result: expect.stringContaining(description.functions.order.timer.name) },
  ])
  const { data } = await connect(cloud).database().collection('orders').where({}).get()
  expect(data).toHaveLength(1)
  expectAhead((data[0]?.at as Date).getTime(), 2 * DAY)
})
