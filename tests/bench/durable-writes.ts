import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { Clock } from '../../src/localcloud/clock'
import { Store } from '../../src/localcloud/store/client'
import type { How } from './how'
import { atLeast, median, type Row } from './row'

const COLLECTION = 'events'
const ROUNDS = { full: 15, quick: 5, counts: 0 }
const IN_A_ROUND = 200
const BATCH = 1000
const BATCHES = 20

const aDocument = (id: number) =>
  JSON.stringify({ _id: `event-${id}`, text: 'x'.repeat(200), at: { $date: '2026-09-12T02:00:00.000Z' } })

const secondsOf = async (work: () => unknown) => {
  const since = performance.now()
  await work()
  return (performance.now() - since) / 1000
}

/**
 * P21: one acknowledged write after the other, against appending the same bytes to a file and syncing it, in turn.
 * The folder lies beside the project, not in a temporary folder that may be memory.
 */
export async function durableWriteRows({ effort }: How): Promise<Row[]> {
  const dir = mkdtempSync(join('.cache', 'writes-'))
  const raw = openSync(join(dir, 'raw'), 'a')
  const description = { collections: { [COLLECTION]: { indexes: [] } } }
  const store = await Store.open({ dir: join(dir, 'store'), description, durable: true, clock: new Clock().shared })
  let written = 0
  const next = () => aDocument((written += 1))
  const insert = (data: string[]) => store.ask('insert', { collection: COLLECTION, data })

  const [bare, single]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS[effort]; round += 1) {
    bare.push(
      await secondsOf(() => {
        for (let count = 0; count < IN_A_ROUND; count += 1) {
          writeSync(raw, next())
          fdatasyncSync(raw)
        }
      }),
    )
    single.push(
      await secondsOf(async () => {
        for (let count = 0; count < IN_A_ROUND; count += 1) await insert([next()])
      }),
    )
  }
  const batches = Array.from({ length: BATCHES }, () => Array.from({ length: BATCH }, next))
  const batched = await secondsOf(async () => {
    for (const batch of batches) await insert(batch)
  })
  await store.close()
  closeSync(raw)
  rmSync(dir, { recursive: true, force: true })

  const [theirs, ours] = [IN_A_ROUND / median(bare), IN_A_ROUND / median(single)]
  const rates = ` (${Math.round(ours)} a second / ${Math.round(theirs)} a second)`
  return [
    atLeast('P21', 'durable writes one by one, against append and fdatasync', ours / theirs, 0.5, '×', rates),
    atLeast('P21', `durable writes, ${BATCH} in a request`, (BATCH * BATCHES) / batched, 50_000, ' a second'),
  ]
}
