import type { How } from './how'
import { lastRequest } from './last-request'
import { ASKED, type List } from './lists'
import { withProvinces, type OpenProvince } from './open-province'
import { provinceStore } from './province/store'
import { atMost, type Row } from './row'

async function costs(province: OpenProvince, list: List): Promise<Row[]> {
  await province.during(() => list.ask(province, 0))
  const { db, decryptions } = lastRequest(province.stage)
  return [
    atMost('P7', `${list.name}: round trips of a page`, db.roundTrips, 2, '', ` (${db.calls} calls)`),
    atMost('P28', `${list.name}: decryptions of a page`, decryptions, 0),
  ]
}

/** P7 and P28: what one page of each list costs the database and the keys. */
export const listCostRows = ({ tell }: How): Promise<Row[]> =>
  withProvinces([provinceStore(1000, tell)], async ([province]) => {
    const rows: Row[] = []
    for (const list of ASKED) if (province) rows.push(...(await costs(province, list)))
    return rows
  })
