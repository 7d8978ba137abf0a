import { HOUR } from '#domain/limits'
import { aJpeg, anExif } from '../support/pictures'
import { anApplicant, codeOf, deskOf, openJourney, valueOf, type Applicant, type Journey } from '../support/journey'
import { anAccount, anOpenid, aPost } from '../../support/builders'

let journey: Journey
let files: typeof import('../../../cloudfunctions/_platform/cloud').files
beforeAll(async () => {
  journey = await openJourney()
  files = (await import('../../../cloudfunctions/_platform/cloud')).files
})
afterAll(() => journey.stage.close())

const ask = <T>(verb: string, input: unknown, who = journey.desk) =>
  journey.stage.ask<T>(journey.review, verb, input, who)

/** Uploads like a phone: a place from the server, the bytes to storage, then the server is told. */
async function upload(person: string, bytes: Buffer): Promise<string> {
  const { ticket, cloudPath } = valueOf(await ask<{ ticket: string; cloudPath: string }>('startPhoto', { person }))
  const fileId = await files.put(cloudPath, bytes)
  valueOf(await ask('addPhoto', { ticket, fileId }))
  return ticket
}

/** An applicant whose real-name check failed twice. */
async function failedTwice(): Promise<Applicant> {
  const applicant = await anApplicant(journey, { answer: '90' })
  await journey.tick()
  journey.stage.time.pass(24 * HOUR)
  await journey.tick()
  return applicant
}

const EXPLANATION = '9月14日在系办公室核对了身份证原件'
const offline = (applicant: Applicant, photos: string[], more: object = {}) =>
  ask('approveOffline', {
    person: applicant.person,
    version: 1,
    explanation: EXPLANATION,
    photos,
    confirmed: true,
    ...more,
  })

describe('offline verification', () => {
  test('lets somebody in after the second failure, with explanation and photos, and is final', async () => {
    const applicant = await failedTwice()
    const photo = await upload(applicant.person, aJpeg())
    valueOf(await offline(applicant, [photo]))
    expect(journey.stage.logs.at(-1)).toMatchObject({ verb: 'approveOffline', db: { roundTrips: 3 } })
    const person = await journey.stage.world.db.people.find(applicant.person)
    expect(person).toMatchObject({
      realName: { status: 'offlinePassed' },
      checkIn: { status: 'approved', offline: { explanation: EXPLANATION } },
    })
  })

  test('waits for the second failure', async () => {
    const applicant = await anApplicant(journey, { answer: '90' })
    await journey.tick()
    const photo = await upload(applicant.person, aJpeg())
    expect(codeOf(await offline(applicant, [photo]))).toBe('NOT_YET_FAILED')
  })

  test('opens at the first failure where the organisation has set it so', async () => {
    const { orgs } = journey.stage.world.db
    const org = await orgs.find(journey.branch._id)
    if (!org) throw new Error('the branch is stored')
    await orgs.replace(org, { ...org, settings: { offlineAtOnce: true } })
    const applicant = await anApplicant(journey, { answer: '90' })
    await journey.tick()
    const photo = await upload(applicant.person, aJpeg())
    expect(codeOf(await offline(applicant, [photo]))).toBe('OK')
    const changed = await orgs.find(org._id)
    if (changed) await orgs.replace(changed, { ...changed, settings: { offlineAtOnce: false } })
  })

  test('is not for somebody whose real name passed', async () => {
    const applicant = await anApplicant(journey)
    await journey.tick()
    const photo = await upload(applicant.person, aJpeg())
    expect(codeOf(await offline(applicant, [photo]))).toBe('NOT_NEEDED')
  })

  test('needs 5 to 249 characters and photos that are there', async () => {
    const applicant = await failedTwice()
    const photo = await upload(applicant.person, aJpeg())
    expect(codeOf(await offline(applicant, [photo], { explanation: '见过' }))).toBe('EXPLANATION_LENGTH')
    expect(codeOf(await offline(applicant, [photo], { explanation: '字'.repeat(250) }))).toBe('EXPLANATION_LENGTH')
    expect(codeOf(await offline(applicant, []))).toBe('INVALID_INPUT')
    expect(codeOf(await offline(applicant, ['a'.repeat(22)]))).toBe('PHOTO_GONE')
    expect(codeOf(await offline(applicant, [photo], { confirmed: false }))).toBe('INVALID_INPUT')
  })

  test('takes no photo that was made for somebody else', async () => {
    const [one, other] = [await failedTwice(), await failedTwice()]
    const photo = await upload(other.person, aJpeg())
    expect(codeOf(await offline(one, [photo]))).toBe('PHOTO_GONE')
  })
})

describe('the photos', () => {
  test('lie under a private random name, without EXIF, and the original is gone', async () => {
    const applicant = await failedTwice()
    const { ticket, cloudPath } = valueOf(
      await ask<{ ticket: string; cloudPath: string }>('startPhoto', { person: applicant.person }),
    )
    const fileId = await files.put(cloudPath, aJpeg({ extra: [anExif(6, 'GPS 23.1291')] }))
    valueOf(await ask('addPhoto', { ticket, fileId }))
    await expect(files.get(fileId)).rejects.toThrow()

    valueOf(await offline(applicant, [ticket]))
    const { links } = valueOf(await ask<{ links: string[] }>('photos', { person: applicant.person, of: 'proof' }))
    const shown = Buffer.from(await (await fetch(String(links[0]))).arrayBuffer())
    expect(shown.includes('GPS 23.1291')).toBe(false)
    const forged = String(links[0]).replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'))
    expect((await fetch(forged)).ok).toBe(false)
  })

  test('somebody else cannot have their file accepted on my ticket, nor mine on theirs', async () => {
    const { stage, branch } = journey
    const applicant = await failedTwice()
    const colleague = await anAccount(stage)
    await aPost(stage, { accountId: colleague.id, org: branch })
    const theirs = { session: colleague.session, actingOrg: branch._id }
    const mine = valueOf(await ask<{ ticket: string; cloudPath: string }>('startPhoto', { person: applicant.person }))
    const fileId = await files.put(mine.cloudPath, aJpeg())
    expect(codeOf(await ask('addPhoto', { ticket: mine.ticket, fileId }, theirs))).toBe('NOT_FOUND')
    const foreign = await files.put('incoming/elsewhere', aJpeg())
    expect(codeOf(await ask('addPhoto', { ticket: mine.ticket, fileId: foreign }))).toBe('NOT_FOUND')
  })

  test('that nobody used are swept away', async () => {
    const applicant = await failedTwice()
    const ticket = await upload(applicant.person, aJpeg())
    const stored = await journey.stage.world.db.tickets.find(ticket)
    journey.stage.time.pass(25 * HOUR)
    await journey.tick()
    expect(await journey.stage.world.db.tickets.find(ticket)).toBeUndefined()
    await expect(files.get((stored as unknown as { fileId: string }).fileId)).rejects.toThrow()
  })
})

describe('a full ID number', () => {
  const reveal = (person: string) => ask<{ idNumber: string }>('reveal', { person, purpose: 'checkDocument' })

  test('is shown to the reviewer, and the person sees who looked', async () => {
    const applicant = await anApplicant(journey)
    expect(valueOf(await reveal(applicant.person))).toEqual({ idNumber: applicant.form.idNumber })
    await journey.tick()
    valueOf(await ask('approve', { person: applicant.person, version: 1 }))
    const { rows } = valueOf(await journey.stage.ask<{ rows: unknown[] }>(journey.checkin, 'looks', {}, applicant))
    expect(rows).toMatchObject([
      { what: 'revealIdNumber', purpose: 'checkDocument', who: { name: '王书记', title: '书记' } },
    ])
  })

  test('is never shown when the look cannot be recorded', async () => {
    const applicant = await anApplicant(journey)
    const { people } = journey.stage.world.db
    const { change } = people
    people.change = () => Promise.reject(new Error('the database is away'))
    const outcome = await reveal(applicant.person)
    people.change = change
    expect(codeOf(outcome)).toBe('INTERNAL')
    expect(JSON.stringify(outcome)).not.toContain(applicant.form.idNumber)
  })

  test('is shown at most twenty times an hour', async () => {
    const { stage, branch } = journey
    const curious = await anAccount(stage, { openid: anOpenid() })
    await aPost(stage, { accountId: curious.id, org: branch })
    const applicant = await anApplicant(journey)
    const look = () => ask('reveal', { person: applicant.person, purpose: 'other' }, deskOf(curious, branch))
    for (let count = 0; count < 20; count += 1) expect(codeOf(await look())).toBe('OK')
    expect(await look()).toMatchObject({ ok: false, code: 'REVEAL_TOO_MANY', detail: { waitSeconds: 3600 } })
    stage.time.pass(HOUR)
    expect(codeOf(await look())).toBe('OK')
  })
})
