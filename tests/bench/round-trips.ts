import { anAccount } from '../support/builders'
import {
  aForm,
  anApplicant,
  openJourney,
  submit,
  valueOf,
  type Applicant,
  type Journey,
} from '../cloudfunctions/support/journey'
import { atMost, type Row } from './row'

/** Round trips of the last request, with the number of calls beside them. */
function lastCost({ stage }: Journey) {
  const line = stage.logs.at(-1)
  if (line?.result !== 'OK' || !line.db) throw new Error(`the measured request failed: ${JSON.stringify(line)}`)
  return line.db
}

const row = (id: string, metric: string, journey: Journey, bound: number): Row => {
  const { roundTrips, calls } = lastCost(journey)
  return atMost(id, `${metric}: round trips`, roundTrips, bound, '', ` (${calls} calls)`)
}

async function checked(journey: Journey): Promise<Applicant> {
  const applicant = await anApplicant(journey)
  await journey.tick()
  return applicant
}

/** P2, P3 and P7: what the main job costs in round trips, by the meter in the platform. */
export async function roundTripRows(): Promise<Row[]> {
  const journey = await openJourney()
  const { stage, review, desk } = journey
  const rows: Row[] = []

  valueOf(await submit(journey, await anAccount(stage), aForm()))
  rows.push(row('P2', 'submit a check-in', journey, 3))

  const [first, second] = [await checked(journey), await checked(journey)]
  valueOf(await stage.ask(review, 'approve', { person: first.person, version: 1 }, desk))
  rows.push(row('P3', 'approve one', journey, 3))
  valueOf(
    await stage.ask(
      review,
      'sendBack',
      { person: second.person, version: 1, reason: '再核对一下', markedFields: [] },
      desk,
    ),
  )
  rows.push(row('P3', 'return one', journey, 3))

  const many: Applicant[] = []
  for (let count = 0; count < 50; count += 1) many.push(await anApplicant(journey))
  await journey.tick()
  valueOf(
    await stage.ask(
      review,
      'batch',
      { decision: 'approve', items: many.map(({ person }) => ({ person, version: 1 })) },
      desk,
    ),
  )
  const { calls } = lastCost(journey)
  rows.push(atMost('P3', 'approve a batch of 50: calls a member, less 2', (calls - 2) / 50, 1.1))

  for (let count = 0; count < 25; count += 1) await anApplicant(journey)
  valueOf(await stage.ask(review, 'queue', { queue: 'pending' }, desk))
  rows.push(row('P7', 'a page of 20', journey, 2))

  await stage.close()
  return rows
}
