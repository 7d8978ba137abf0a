import { checkin } from '#contract/checkin'
import type { Group } from '#contract/procedure'
import { review } from '#contract/review'
import { HOUR } from '#domain/limits'
import { anAccount } from '../support/builders'
import { newCommandId, type Main, type Who } from '../support/stage'
import { aJpeg } from './support/pictures'
import { aForm, anApplicant, branchOf, openJourney, valueOf, type Applicant, type Journey } from './support/journey'

let journey: Journey
let files: typeof import('../../cloudfunctions/_platform/cloud').files
beforeAll(async () => {
  journey = await openJourney()
  files = (await import('../../cloudfunctions/_platform/cloud')).files
})
afterAll(() => journey.stage.close())

type Command = { main: Main; input: unknown; who: Who; person?: string; account?: string }
const reviewed = (applicant: Applicant, more: object = {}): Command => ({
  main: journey.review,
  input: { person: applicant.person, version: 1, ...more },
  who: journey.desk,
  person: applicant.person,
})
const own = (applicant: Applicant, input: object): Command => ({
  main: journey.checkin,
  input,
  who: applicant,
  person: applicant.person,
  account: applicant.id,
})

async function checked(): Promise<Applicant> {
  const applicant = await anApplicant(journey)
  await journey.tick()
  return applicant
}
async function member(): Promise<Applicant> {
  const applicant = await checked()
  valueOf(await journey.stage.ask(journey.review, 'approve', { person: applicant.person, version: 1 }, journey.desk))
  return applicant
}
async function asking(): Promise<Applicant> {
  const applicant = await member()
  valueOf(await journey.stage.ask(journey.checkin, 'change', { values: { joinedMonth: '2021-06' } }, applicant))
  return applicant
}
async function uploaded(person: string): Promise<{ ticket: string; fileId: string }> {
  const { ticket, cloudPath } = valueOf(
    await journey.stage.ask<{ ticket: string; cloudPath: string }>(
      journey.review,
      'startPhoto',
      { person },
      journey.desk,
    ),
  )
  return { ticket, fileId: await files.put(cloudPath, aJpeg()) }
}

/** Every write of check-in and review, with somebody to whom it can be done. */
const COMMANDS: Record<string, () => Promise<Command>> = {
  'checkin.saveDraft': async () => {
    const account = await anAccount(journey.stage)
    return { main: journey.checkin, input: { step: 2, values: { name: '周予安' } }, who: account, account: account.id }
  },
  'checkin.submit': async () => {
    const account = await anAccount(journey.stage)
    return {
      main: journey.checkin,
      input: { branch: branchOf(journey), version: 0, values: aForm() },
      who: account,
      account: account.id,
    }
  },
  'checkin.withdraw': async () => own(await anApplicant(journey), { version: 1, confirmation: '撤回' }),
  'checkin.change': async () =>
    own(await member(), { values: { joinedUnit: '另一所示例中学', joinedMonth: '2021-06' } }),
  'checkin.withdrawChange': async () => own(await asking(), { version: 1 }),
  'checkin.startLetterPhoto': async () => own(await anApplicant(journey), {}),
  'checkin.addLetterPhoto': async () => {
    const applicant = await anApplicant(journey)
    const { ticket, cloudPath } = valueOf(
      await journey.stage.ask<{ ticket: string; cloudPath: string }>(
        journey.checkin,
        'startLetterPhoto',
        {},
        applicant,
      ),
    )
    return own(applicant, { ticket, fileId: await files.put(cloudPath, aJpeg()) })
  },
  'review.approve': async () => reviewed(await checked()),
  'review.sendBack': async () => reviewed(await checked(), { reason: '班级写错了', markedFields: ['unit'] }),
  'review.approveOffline': async () => {
    const applicant = await anApplicant(journey, { answer: '90' })
    await journey.tick()
    journey.stage.time.pass(24 * HOUR)
    await journey.tick()
    const photo = await uploaded(applicant.person)
    valueOf(await journey.stage.ask(journey.review, 'addPhoto', photo, journey.desk))
    return reviewed(applicant, { explanation: '当面核对了证件原件', photos: [photo.ticket], confirmed: true })
  },
  'review.batch': async () => {
    const applicant = await checked()
    return { ...reviewed(applicant), input: { decision: 'approve', items: [{ person: applicant.person, version: 1 }] } }
  },
  'review.reveal': async () => {
    const applicant = await checked()
    return { ...reviewed(applicant), input: { person: applicant.person, purpose: 'checkDocument' } }
  },
  'review.startPhoto': async () => {
    const applicant = await checked()
    return { ...reviewed(applicant), input: { person: applicant.person } }
  },
  'review.addPhoto': async () => {
    const applicant = await checked()
    return { ...reviewed(applicant), input: await uploaded(applicant.person) }
  },
  'review.photos': async () => {
    const applicant = await checked()
    return { ...reviewed(applicant), input: { person: applicant.person, of: 'proof' } }
  },
  'review.approveChange': async () => reviewed(await asking()),
  'review.returnChange': async () => reviewed(await asking(), { reason: '请附上团员证' }),
}

/** A second place for an upload hurts nobody, and a draft saved twice is the same draft: these keep no record of the command. */
const HARMLESS = ['checkin.saveDraft', 'checkin.startLetterPhoto', 'review.startPhoto']

const writes = Object.entries({ checkin, review } satisfies Record<string, Group>).flatMap(([fn, group]) =>
  Object.entries<Group[string]>(group).flatMap(([verb, { kind }]) => (kind === 'write' ? [`${fn}.${verb}`] : [])),
)

async function stored({ person, account }: Command) {
  const { people, accounts } = journey.stage.world.db
  const own = account ? await people.list({ accountId: account }, { limit: 5 }) : []
  return { person: person ? await people.find(person) : own, account: account && (await accounts.find(account)) }
}

test('every write has its row here', () => {
  expect(Object.keys(COMMANDS).sort()).toEqual([...writes].sort())
})

describe('a command whose answer was lost', () => {
  test.each(writes)('%s: the retry gets the same answer and changes nothing', async (name) => {
    const command = await COMMANDS[name]?.()
    if (!command) throw new Error(`${name} has no row`)
    const verb = String(name.split('.')[1])
    const id = newCommandId()
    const first = await journey.stage.ask(command.main, verb, command.input, command.who, id)
    expect(first).toMatchObject({ ok: true })
    const after = await stored(command)
    const second = await journey.stage.ask(command.main, verb, command.input, command.who, id)
    if (HARMLESS.includes(name)) return expect(second).toMatchObject({ ok: true })
    expect(second).toEqual(first)
    return expect(await stored(command)).toEqual(after)
  })
})
