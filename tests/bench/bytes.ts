import type { Envelope } from '#contract/client'
import { anAccount } from '../support/builders'
import { aForm, branchOf, openJourney, valueOf } from '../cloudfunctions/support/journey'
import type { Main } from '../support/stage'
import type { How } from './how'
import { ASKED, type List } from './lists'
import { withProvinces, type OpenProvince } from './open-province'
import { provinceStore } from './province/store'
import { atMost, type Row } from './row'

const KB = 1024
type Weight = { request: number; response: number }

/** Weighs the last envelope and its answer as the JSON that travels. */
export function weighed(main: Main): { main: Main; last(): Weight; total(): Weight } {
  const weights: Weight[] = []
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))
  return {
    main: async (event) => {
      const answer = await main(event)
      weights.push({ request: bytes(event as Envelope), response: bytes(answer) })
      return answer
    },
    last: () => weights.at(-1) ?? { request: 0, response: 0 },
    total: () =>
      weights.reduce(
        (all, { request, response }) => ({ request: all.request + request, response: all.response + response }),
        { request: 0, response: 0 },
      ),
  }
}

async function submission(): Promise<Row[]> {
  const journey = await openJourney()
  const { stage, checkin } = journey
  const weigher = weighed(checkin)
  const input = { branch: branchOf(journey), version: 0, values: aForm() }
  valueOf(await stage.ask(weigher.main, 'submit', input, await anAccount(stage), commandId))
  await stage.close()
  const { request, response } = weigher.last()
  return [
    atMost('P12', 'submit a check-in: request', request / KB, 1.5, ' KB'),
    atMost('P12', 'submit a check-in: answer', response / KB, 0.5, ' KB'),
  ]
}
/** As long as those that the mini-program makes. */
const commandId = '00000000-0000-4000-8000-000000000000'

async function page(province: OpenProvince, list: List): Promise<Row[]> {
  const weighers = {
    review: weighed(province.review),
    checkin: weighed(province.checkin),
    notice: weighed(province.notice),
  }
  const mains = Object.fromEntries(Object.entries(weighers).map(([name, { main }]) => [name, main]))
  await province.during(() => list.ask({ ...province, ...mains }, 0))
  const { response } = Object.values(weighers).map(({ last }) => last()).reduce((a, b) => (a.response > b.response ? a : b)) // prettier-ignore
  return [
    atMost('P12', `${list.name}: a row`, response / list.page, 300, ' B'),
    atMost('P12', `${list.name}: a page of ${list.page}`, response / KB, 6, ' KB'),
  ]
}

/** P12: what travels to and from the phone. */
export const messageBytesRows = ({ tell }: How): Promise<Row[]> =>
  withProvinces([provinceStore(1000, tell)], async ([province]) => {
    const rows = await submission()
    for (const list of ASKED) if (province) rows.push(...(await page(province, list)))
    return rows
  })
