import { rmSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../../src/localcloud/fault'
import { sdkEnvFor } from '../../src/localcloud/sdk-env'
import { tuplesOf } from '../../src/localcloud/store/side-table'
import { decodeStored } from '../../src/localcloud/store/codec'
import { Sql } from '../../src/localcloud/store/sql'
import { temporaryFolder } from './support/folder'
import { seeded } from './support/random'
import { connect, type Database } from './support/sdk'
import { buildServer, startServer, type Server } from './support/server'

const ROUNDS = Number(process.env.KILLS ?? 50)
const SEED = Number(process.env.KILL_SEED ?? Date.now() % 1_000_000)
const WRITERS = 3
const KEYS = [
  { path: 'anc', direction: 1 },
  { path: 'state.now', direction: 1 },
  { path: 'at', direction: -1 },
  { path: '_id', direction: 1 },
] as const

/** What the clients know of a writer's two documents: the last number that was acknowledged, and the last one sent. */
type Known = { acknowledged: number; sent: number }

// The SDK would warn, seconds after a kill, of requests that died with it.
process.env.SILENCE = 'true'

let bundle = ''
beforeAll(async () => (bundle = await buildServer()))
afterAll(() => rmSync(bundle, { force: true }))

const databaseOf = ({ url }: Server): Database => connect({ sdkEnv: () => sdkEnvFor(url) }).database()
const fill = (n: number) => ({ n, anc: ['all', `n${n}`] })

/** Writes pairs at once, a document alone and two documents in a transaction, until the server is dead. */
const write = async (db: Database, name: string, alone: Known, both: Known, onPair: (id: string) => void) => {
  for (let n = 0; ; n++) {
    const id = `${name}-${n}`
    const pair = ['a', 'b'].map((end) => ({ _id: `${id}-${end}`, anc: ['pairs', name, id] }))
    await db.collection('tree').add({ data: pair })
    onPair(id)
    alone.sent++
    await db
      .collection('tree')
      .doc(`alone-${name.split('-')[1]}`)
      .set({ data: fill(alone.sent) })
    alone.acknowledged = alone.sent
    both.sent++
    await db.runTransaction(async (transaction) => {
      for (const end of ['left', 'right'])
        await transaction
          .collection('plain')
          .doc(`${end}-${name.split('-')[1]}`)
          .set({ data: fill(both.sent) })
    })
    both.acknowledged = both.sent
  }
}

const numberOf = async (db: Database, collection: string, id: string): Promise<number> => {
  const { data } = await db.collection(collection).where({ _id: id }).get()
  const [found] = data
  if (!found) return 0
  const n = Number(found.n)
  expect(found).toEqual({ _id: id, ...fill(n) })
  return n
}

const expectWithin = (n: number, known: Known) => {
  expect(n).toBeGreaterThanOrEqual(known.acknowledged)
  expect(n).toBeLessThanOrEqual(known.sent)
  // What survived is the truth from now on.
  known.acknowledged = known.sent = n
}

const expectPairs = async (db: Database, name: string, acknowledged: string[]) => {
  const { data } = await db.collection('tree').where({ anc: name }).limit(1000).get()
  const ids = new Set(data.map((row) => String(row._id)))
  expect(acknowledged.filter((id) => !ids.has(`${id}-a`) || !ids.has(`${id}-b`))).toEqual([])
  expect([...ids].filter((id) => !ids.has(id.replace(/.$/, id.endsWith('a') ? 'b' : 'a')))).toEqual([])
}

const expectWholeOnDisk = (dir: string) => {
  const sql = new Sql(path.join(dir, 'data.db'))
  expect(sql.value('PRAGMA integrity_check(1)')).toBe('ok')
  const expected = sql
    .all('SELECT rid, doc FROM "c:tree"')
    .flatMap(([rid, doc]) => tuplesOf(decodeStored(String(doc)), KEYS).map((row) => JSON.stringify([...row, rid])))
  const stored = sql.all('SELECT k0, k1, k2, k3, rid FROM "m:tree:below"').map((row) => JSON.stringify(row))
  expect(stored.sort()).toEqual(expected.sort())
  sql.close()
}

describe('a cloud that is killed while it writes', () => {
  const survive = async (): Promise<void> => {
    const random = seeded(SEED)
    const dir = temporaryFolder()
    const loops = Array.from({ length: WRITERS }, (_, loop) => loop)
    const alone = loops.map((): Known => ({ acknowledged: 0, sent: 0 }))
    const both = loops.map((): Known => ({ acknowledged: 0, sent: 0 }))
    const unknown: Known = { acknowledged: 0, sent: 0 }
    let last = new Map<string, string[]>()
    for (let round = 0; round <= ROUNDS; round++) {
      const server = await startServer(bundle, dir)
      expect(server.told()).not.toMatch(/damaged/)
      const db = databaseOf(server)
      await Promise.all([...last].map(([name, ids]) => expectPairs(db, name, ids)))
      await Promise.all(
        loops.map(async (loop) => {
          const numbers = await Promise.all([
            numberOf(db, 'tree', `alone-${loop}`),
            numberOf(db, 'plain', `left-${loop}`),
            numberOf(db, 'plain', `right-${loop}`),
          ])
          expect(numbers[1]).toBe(numbers[2])
          expectWithin(numbers[0], alone[loop] ?? unknown)
          expectWithin(numbers[1], both[loop] ?? unknown)
        }),
      )
      if (round < ROUNDS) {
        last = new Map(loops.map((loop) => [`${round}-${loop}`, []]))
        const limit = 1 + random.below(9)
        let count = 0
        let killed = Promise.resolve()
        const kill = () => void (killed = server.kill())
        const onPair = (name: string) => (id: string) => {
          last.get(name)?.push(id)
          if (++count === limit) setTimeout(kill, random.below(8))
        }
        await Promise.allSettled(
          loops.map((loop) => {
            const name = `${round}-${loop}`
            return write(db, name, alone[loop] ?? unknown, both[loop] ?? unknown, onPair(name))
          }),
        )
        await killed
      } else await server.kill()
    }
    expectWholeOnDisk(dir)
  }

  it('has lost no acknowledged write and left none half done, however often it happens', async () => {
    await survive().catch((cause: unknown) => {
      throw new Error(`KILLS=${ROUNDS} KILL_SEED=${SEED}: ${messageOf(cause)}`, { cause })
    })
  }, 600_000)
})
