import type { How } from './how'
import { LISTS, type List } from './lists'
import { withProvinces, type OpenProvince } from './open-province'
import { isBuilt, provinceStore, type ProvinceStore } from './province/store'
import type { Row } from './row'

const SMALL = 1000
const LARGE = 1_000_000
/** Where the million has not been built and nobody wants to wait for it. */
const LARGE_ENOUGH = { full: LARGE, quick: 100_000, counts: 20_000 }
const TURNS = 20

export const nameOf = (people: number) => (people === LARGE ? '1 M' : `${people / 1000} k`)

/** A small and a large province. What stands in for a million is said in every row. */
export function smallAndLarge({ effort, tell }: How): [ProvinceStore, ProvinceStore] {
  const large = effort !== 'counts' && isBuilt(LARGE) ? LARGE : LARGE_ENOUGH[effort]
  return [provinceStore(SMALL, tell), provinceStore(large, tell)]
}

type Examined = { keys: number; documents: number }

/** The most that the local cloud's meter counted for a page, over several askers. */
async function examined(province: OpenProvince, list: List): Promise<Examined> {
  const most = { keys: 0, documents: 0 }
  for (let turn = 0; turn < TURNS; turn += 1) {
    const { calls } = await province.during(() => list.ask(province, turn))
    const own = calls.filter(
      ({ collection, action }) => collection === list.collection && action === 'database.getDocument',
    )
    const sum = (of: (call: (typeof own)[number]) => number | undefined) =>
      own.reduce((all, call) => all + (of(call) ?? 0), 0)
    most.keys = Math.max(
      most.keys,
      sum((call) => call.keysExamined),
    )
    most.documents = Math.max(
      most.documents,
      sum((call) => call.docsExamined),
    )
  }
  return most
}

function rowOf(list: List, [small, few]: Measured, [large, many]: Measured): Row {
  const bound = list.page + 1
  const ratio = (many.keys + many.documents) / (few.keys + few.documents)
  const text = ({ keys, documents }: Examined) => `${keys} + ${documents}`
  return {
    id: 'P10',
    metric: `${list.name}: keys + documents for ${list.page}, ${nameOf(small)} and ${nameOf(large)} people`,
    goal: `≤ ${bound} + ${bound}, ratio 1.00`,
    measured: `${text(few)} and ${text(many)}, ratio ${ratio.toFixed(2)}`,
    met: ratio === 1 && [few, many].every(({ keys, documents }) => keys > 0 && keys <= bound && documents <= bound),
  }
}
type Measured = readonly [people: number, of: Examined]

/** P10: a page costs what is on it, however many people there are. */
export const examinedRows = (how: How): Promise<Row[]> =>
  withProvinces(smallAndLarge(how), async (provinces) => {
    const rows: Row[] = []
    for (const list of LISTS) {
      const measured: Measured[] = []
      for (const province of provinces) measured.push([province.people, await examined(province, list)])
      const [few, many] = measured
      if (few && many) rows.push(rowOf(list, few, many))
    }
    return rows
  })
