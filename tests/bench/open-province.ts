import { checkin } from '#contract/checkin'
import { notice } from '#contract/notice'
import { review } from '#contract/review'
import type { DatabaseCall } from '../../src/localcloud/start'
import { openStage, type Main, type Stage } from '../support/stage'
import { anAccountOf, READER } from './province/others'
import { accountOf, NOW } from './province/people'
import type { ProvinceStore } from './province/store'

/** A province with the product's functions on it. */
export type OpenProvince = ProvinceStore & {
  stage: Stage
  review: Main
  checkin: Main
  notice: Main
  tick(): Promise<unknown>
  /** Runs `work` against this province, and tells which calls it made of the local cloud's database. */
  during<T>(work: () => Promise<T>): Promise<{ value: T; calls: DatabaseCall[] }>
  close(): Promise<void>
}

/** Opens a stored province. Several may be open: the SDK looks up where its cloud is at every call. */
async function openProvince(store: ProvinceStore): Promise<OpenProvince> {
  const stage = await openStage(NOW, store.dir)
  const [{ serve }, checkins, reviews, notices, { tick }] = await Promise.all([
    import('../../cloudfunctions/_platform/serve'),
    import('../../cloudfunctions/checkin/handlers'),
    import('../../cloudfunctions/review/handlers'),
    import('../../cloudfunctions/notice/handlers'),
    import('../../cloudfunctions/timer/tick'),
  ])
  const { cloud, world } = stage
  // once: a second opening finds it there
  await world.db.accounts.insert(anAccountOf(accountOf(READER)))
  // lists what is due like the timer, and leaves it all undone: the store is for the next run as well
  const idle = { ...world, db: { ...world.db, people: { ...world.db.people, amend: () => Promise.resolve(false) } } }

  return {
    ...store,
    stage,
    review: serve('review', review, reviews.handlers, () => world),
    checkin: serve('checkin', checkin, checkins.handlers, () => world),
    notice: serve('notice', notice, notices.handlers, () => world),
    tick: () => tick(idle, 'bench-tick'),
    async during(work) {
      Object.assign(process.env, cloud.sdkEnv())
      const last = cloud.calls().at(-1)
      const value = await work()
      const calls = cloud.calls()
      return { value, calls: calls.slice(last ? calls.lastIndexOf(last) + 1 : 0) }
    },
    close: () => stage.close(),
  }
}

/** Opens provinces for as long as `work` needs them, also when it fails: the next figure wants them as well. */
export async function withProvinces<T>(
  stores: readonly ProvinceStore[],
  work: (provinces: readonly OpenProvince[]) => Promise<T>,
): Promise<T> {
  const provinces: OpenProvince[] = []
  try {
    for (const store of stores) provinces.push(await openProvince(store))
    return await work(provinces)
  } finally {
    await Promise.all(provinces.map((province) => province.close()))
  }
}
