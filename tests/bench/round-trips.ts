import { account } from '#contract/account'
import { HOUR } from '#domain/limits'
import { anAccount, anOpenid } from '../support/builders'
import {
  aForm,
  anApplicant,
  openJourney,
  submit,
  valueOf,
  type Applicant,
  type Journey,
} from '../cloudfunctions/support/journey'
import { aJpeg } from '../cloudfunctions/support/pictures'
import type { Who } from '../support/stage'
import { lastRequest } from './last-request'
import { atMost, type Row } from './row'

const BATCH = 50

/** Round trips of the last request, with the number of calls beside them. */
const row = (id: string, metric: string, { stage }: Journey, bound: number): Row => {
  const { roundTrips, calls } = lastRequest(stage).db
  return atMost(id, `${metric}: round trips`, roundTrips, bound, '', ` (${calls} calls)`)
}

async function checked(journey: Journey): Promise<Applicant> {
  const applicant = await anApplicant(journey)
  await journey.tick()
  return applicant
}

/** P1: what the first screen needs, in WeChat and elsewhere. */
async function sessionRows(journey: Journey): Promise<Row[]> {
  const { stage } = journey
  const [{ serve }, { handlers }] = await Promise.all([
    import('../../cloudfunctions/_platform/serve'),
    import('../../cloudfunctions/account/handlers'),
  ])
  const main = serve('account', account, handlers, () => stage.world)
  const rows: Row[] = []
  const measure = async (metric: string, who: Who, bound: number) => {
    valueOf(await stage.ask(main, 'session', {}, who))
    rows.push(row('P1', metric, journey, bound))
  }
  const { openid = '', session } = await anAccount(stage, { openid: anOpenid() })
  await measure('session in WeChat', { openid, session }, 2)
  // once on each phone: afterwards the session names the account
  await measure('first session on a phone, found by openid', { openid }, 3)
  const web = await anAccount(stage)
  stage.time.pass(HOUR)
  await measure('session on the web, kept alive', web, 2)
  return rows
}

/** P4: an offline pass. The photo goes to storage once; its place is asked for and reported on the way. */
async function offlineRows(journey: Journey): Promise<Row[]> {
  const { stage, review, desk } = journey
  const { files } = await import('../../cloudfunctions/_platform/cloud')
  const { person } = await anApplicant(journey, { answer: '90' })
  await journey.tick()
  stage.time.pass(24 * HOUR)
  await journey.tick()

  const rows: Row[] = []
  const place = valueOf(await stage.ask<{ ticket: string; cloudPath: string }>(review, 'startPhoto', { person }, desk))
  rows.push(row('P4', 'offline pass: a place for the photo', journey, 4))
  const fileId = await files.put(place.cloudPath, aJpeg())
  valueOf(await stage.ask(review, 'addPhoto', { ticket: place.ticket, fileId }, desk))
  rows.push(row('P4', 'offline pass: the photo is looked at', journey, 4))
  const pass = {
    person,
    version: 1,
    explanation: '在系办公室核对了身份证原件',
    photos: [place.ticket],
    confirmed: true,
  }
  valueOf(await stage.ask(review, 'approveOffline', pass, desk))
  rows.push(row('P4', 'offline pass: the decision', journey, 4))
  return rows
}

/** P2 and P3: the check-in and the decision on it. */
async function checkInRows(journey: Journey): Promise<Row[]> {
  const { stage, review, desk } = journey
  const rows: Row[] = []
  valueOf(await submit(journey, await anAccount(stage), aForm()))
  rows.push(row('P2', 'submit a check-in', journey, 3))

  const [first, second] = [await checked(journey), await checked(journey)]
  valueOf(await stage.ask(review, 'approve', { person: first.person, version: 1 }, desk))
  rows.push(row('P3', 'approve one', journey, 3))
  const returned = { person: second.person, version: 1, reason: '再核对一下', markedFields: [] }
  valueOf(await stage.ask(review, 'sendBack', returned, desk))
  rows.push(row('P3', 'return one', journey, 3))

  const many: Applicant[] = []
  for (let count = 0; count < BATCH; count += 1) many.push(await anApplicant(journey))
  await journey.tick()
  const items = many.map(({ person }) => ({ person, version: 1 }))
  valueOf(await stage.ask(review, 'batch', { decision: 'approve', items }, desk))
  const { calls } = lastRequest(stage).db
  rows.push(atMost('P3', `approve a batch of ${BATCH}: calls a member, less 2`, (calls - 2) / BATCH, 1.1))
  return rows
}

/** P1 to P4: what the main job costs in round trips, by the meter in the platform. */
export async function roundTripRows(): Promise<Row[]> {
  const journey = await openJourney()
  const rows = [...(await sessionRows(journey)), ...(await checkInRows(journey)), ...(await offlineRows(journey))]
  await journey.stage.close()
  return rows
}
