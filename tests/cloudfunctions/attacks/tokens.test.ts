import { DAY, HOUR, SESSION } from '#domain/limits'
import { anAccount, anOrg, aPost } from '../../support/builders'
import { anApplicant, codeOf, openJourney, valueOf, type Journey } from '../support/journey'
import { aJpeg } from '../support/pictures'

let journey: Journey
beforeAll(async () => void (journey = await openJourney()))
afterAll(() => journey.stage.close())

/** Every token that differs from this one in one character, and those that are shorter or longer by one. */
const neighboursOf = (token: string): string[] => [
  ...Array.from(token, (character, at) => token.slice(0, at) + (character === 'A' ? 'B' : 'A') + token.slice(at + 1)),
  token.slice(0, -1),
  `${token}A`,
  token.toLowerCase() === token ? token.toUpperCase() : token.toLowerCase(),
]

describe('a session', () => {
  const opens = (session: string) => journey.ask('account', 'session', {}, { session }).then(codeOf)

  test('opens with every byte right, and with any other byte not', async () => {
    const { session } = await anAccount(journey.stage)
    expect(await opens(session)).toBe('OK')
    for (const other of neighboursOf(session)) expect([other, await opens(other)]).toEqual([other, 'SIGNED_OUT'])
  })

  test('is not another account’s with its own secret', async () => {
    const [one, other] = [await anAccount(journey.stage), await anAccount(journey.stage)]
    const mixed = `${one.session.split('.')[0]}.${other.session.split('.')[1]}`
    expect(await opens(mixed)).toBe('SIGNED_OUT')
  })

  test('in WeChat it opens nothing without its openid: it only names the account', async () => {
    const { session, openid } = await anAccount(journey.stage, { openid: 'openid-of-one' })
    const asked = (who: object) => journey.ask('account', 'session', {}, who).then(codeOf)
    expect(await asked({ session, openid })).toBe('OK')
    expect(await asked({ session, openid: 'openid-of-another' })).toBe('SIGNED_OUT')
    expect(await asked({ session })).toBe('SIGNED_OUT')
  })

  test('ends when it is left alone, and at the latest after seven days', async () => {
    const start = journey.stage.time.now
    const at = (ms: number) => (journey.stage.time.now = new Date(start.getTime() + ms))
    const idle = await anAccount(journey.stage)
    at(SESSION.mobile.idle)
    expect(await opens(idle.session)).toBe('SIGNED_OUT')
    at(0)
    const used = await anAccount(journey.stage)
    for (let hours = 11; hours * HOUR < 7 * DAY; hours += 11) {
      at(hours * HOUR)
      expect(await opens(used.session)).toBe('OK')
    }
    at(7 * DAY)
    expect(await opens(used.session)).toBe('SIGNED_OUT')
    at(0)
  })
})

describe('a branch’s code', () => {
  const opens = (code: string) => journey.ask('checkin', 'openCode', { code }).then(codeOf)

  test('opens with every byte right, and with any other byte not', async () => {
    expect(await opens(journey.code)).toBe('OK')
    for (const other of neighboursOf(journey.code))
      expect(['CODE_UNKNOWN', 'INVALID_INPUT']).toContain(await opens(other))
  })

  test('is nothing but a branch’s code: an upload’s ticket opens no branch', async () => {
    const applicant = await anApplicant(journey)
    const { ticket } = valueOf(await journey.ask<{ ticket: string }>('checkin', 'startLetterPhoto', {}, applicant))
    expect(await opens(ticket)).toBe('CODE_UNKNOWN')
  })
})

describe('an upload’s ticket', () => {
  async function opened() {
    const applicant = await anApplicant(journey)
    const { files } = await import('../../../cloudfunctions/_platform/cloud')
    const place = valueOf(
      await journey.ask<{ ticket: string; cloudPath: string }>('checkin', 'startLetterPhoto', {}, applicant),
    )
    return { applicant, ticket: place.ticket, fileId: await files.put(place.cloudPath, aJpeg()) }
  }
  const adds = (ticket: string, fileId: string, who: object) =>
    journey.ask('checkin', 'addLetterPhoto', { ticket, fileId }, who).then(codeOf)

  test('takes its own file, and with any other byte of either takes nothing', async () => {
    const { applicant, ticket, fileId } = await opened()
    for (const other of neighboursOf(ticket))
      expect(['NOT_FOUND', 'INVALID_INPUT']).toContain(await adds(other, fileId, applicant))
    const random = fileId.length - 22
    for (const other of neighboursOf(fileId.slice(random)))
      expect(await adds(ticket, fileId.slice(0, random) + other, applicant)).toBe('NOT_FOUND')
    expect(await adds(ticket, fileId, applicant)).toBe('OK')
  })

  test('is nobody else’s, serves no other purpose, and is over after an hour', async () => {
    const { applicant, ticket, fileId } = await opened()
    expect(await adds(ticket, fileId, await anApplicant(journey))).toBe('NOT_FOUND')
    const other = await anOrg(journey.stage, { parent: journey.committee })
    await aPost(journey.stage, { accountId: applicant.id, org: other })
    const asProof = { openid: applicant.openid, session: applicant.session, actingOrg: other._id }
    expect(codeOf(await journey.ask('review', 'addPhoto', { ticket, fileId }, asProof as object))).toBe('NOT_FOUND')
    journey.stage.time.pass(HOUR + 1)
    expect(await adds(ticket, fileId, applicant)).toBe('NOT_FOUND')
  })
})

describe('a command’s number', () => {
  test('repeats only the very same command: with another input it is refused', async () => {
    const applicant = await anApplicant(journey)
    const withdraw = (confirmation: string) =>
      journey.ask('checkin', 'withdraw', { version: 1, confirmation }, applicant, 'one-number').then(codeOf)
    expect(await withdraw('撤回')).toBe('OK')
    expect(await withdraw('撤回 ')).toBe('COMMAND_REUSED')
  })

  test('of somebody else opens nothing: it counts for one document only', async () => {
    const [one, other] = [await anApplicant(journey), await anApplicant(journey)]
    const withdraw = (who: object) =>
      journey.ask('checkin', 'withdraw', { version: 1, confirmation: '撤回' }, who, 'shared-number').then(codeOf)
    expect(await withdraw(one)).toBe('OK')
    expect(await withdraw(other)).toBe('OK')
    expect((await journey.stage.world.db.people.find(other.person))?.checkIn.status).toBe('withdrawn')
  })
})
