import { nameOf, smallAndLarge } from './examined'
import type { How } from './how'
import { ASKED, SUBTREE, type List } from './lists'
import { withProvinces, type OpenProvince } from './open-province'
import { atMost, median, type Row } from './row'

const SAMPLES = { full: 400, quick: 200, counts: 0 }

/** Milliseconds of one page: as whoever asked for it waits, and inside the database alone. */
type Sample = { whole: number; store: number }

async function sample(province: OpenProvince, list: List, turn: number): Promise<Sample> {
  const since = performance.now()
  const { calls } = await province.during(() => list.ask(province, turn))
  const whole = performance.now() - since
  const own = calls.filter(({ collection }) => collection === list.collection)
  return { whole, store: own.reduce((all, { ms }) => all + ms, 0) }
}

async function rowsFor(
  [small, large]: readonly [OpenProvince, OpenProvince],
  list: List,
  bound: number,
  samples: number,
) {
  const [few, many]: [Sample[], Sample[]] = [[], []]
  for (let turn = 0; turn < samples; turn += 1) {
    few.push(await sample(small, list, turn))
    many.push(await sample(large, list, turn))
  }
  return (['whole', 'store'] as const).map((part) => {
    const [base, reached] = [few, many].map((list) => median(list.map((each) => each[part]))) as [number, number] // two lists, two medians
    const times = ` (${reached.toFixed(3)} ms / ${base.toFixed(3)} ms, ${samples} samples)`
    const where = part === 'whole' ? 'as asked' : 'in the database alone'
    const metric = `${list.name}: ${nameOf(large.people)} people against ${nameOf(small.people)}, ${where}`
    return atMost('P11', metric, reached / base, bound, '×', times)
  })
}

const [QUEUE] = ASKED
const TIMED = [
  [QUEUE, 1.2],
  [SUBTREE.school, 1.5],
  [SUBTREE.deep, 3],
] as const

/** P11: a page takes as long in a province as in a school. Both are asked in turn, so that they meet the same machine. */
export const listTimeRows = (how: How): Promise<Row[]> =>
  withProvinces(smallAndLarge(how), async ([small, large]) => {
    const rows: Row[] = []
    for (const [list, bound] of TIMED)
      if (small && large && list) rows.push(...(await rowsFor([small, large], list, bound, SAMPLES[how.effort])))
    return rows
  })
