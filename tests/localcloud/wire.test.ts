import type { WireCall, WireOutcome } from '../../src/localcloud/start'
import { startTestCloud, type TestCloud } from './support/cloud'
import { connect, type Collection } from './support/sdk'

let cloud: TestCloud
let plain: Collection
beforeAll(async () => {
  cloud = await startTestCloud()
  plain = connect(cloud).database().collection('plain')
})
afterEach(() => cloud.wire.script(undefined))
afterAll(() => cloud.close())

const add = (_id: string) => plain.add({ data: { _id } })
const isThere = async (_id: string) => (await plain.where({ _id }).get()).data.length === 1

describe('a scripted wire', () => {
  test('shows each call once, in its order, and the SDK repeats none of them', async () => {
    const seen: WireCall[] = []
    cloud.wire.script((call) => {
      seen.push(call)
      return call.number === 1 ? 'cut' : 'pass'
    })
    await expect(add('shown')).rejects.toThrow()
    await plain.where({ _id: 'shown' }).get()
    expect(seen.map(({ number, action, about }) => [number, action, about])).toEqual([
      [1, 'database.insertDocument', 'plain'],
      [2, 'database.getDocument', 'plain'],
    ])
  })

  test('that breaks before the call leaves nothing done', async () => {
    cloud.wire.script(() => 'cut')
    await expect(add('cut')).rejects.toThrow()
    cloud.wire.script(undefined)
    expect(await isThere('cut')).toBe(false)
  })

  test('that loses the reply leaves it done', async () => {
    cloud.wire.script(() => 'loseReply')
    await expect(add('unheard')).rejects.toThrow()
    cloud.wire.script(undefined)
    expect(await isThere('unheard')).toBe(true)
  })

  test("answers with an error of the cloud's vocabulary", async () => {
    cloud.wire.script(() => ({ code: 'DATABASE_REQUEST_FAILED', message: 'scripted' }))
    await expect(add('refused')).rejects.toMatchObject({ errCode: -502001 })
    cloud.wire.script(undefined)
    expect(await isThere('refused')).toBe(false)
  })

  test('holds a call until it is let go: the later one is carried out first', async () => {
    const order: string[] = []
    let release = () => {}
    cloud.wire.script(async ({ number, over }): Promise<WireOutcome> => {
      void over.then(() => order.push(`call ${number}`))
      if (number === 1) await new Promise<void>((resolve) => (release = resolve))
      return 'pass'
    })
    const held = add('held')
    await add('overtaking')
    release()
    await held
    expect(order).toEqual(['call 2', 'call 1'])
  })
})
