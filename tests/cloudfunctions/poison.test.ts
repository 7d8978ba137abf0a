import { randomBytes } from 'node:crypto'
import { HOUR, MINUTE } from '#domain/limits'
import { anAccount, anOpenid, anOrg, aPost } from '../support/builders'
import { newToken } from '../../cloudfunctions/_platform/crypto/token'
import { anApplicant, codeOf, deskOf, openJourney, valueOf, type Applicant, type Journey } from './support/journey'
import { mutantsOf, type Mutant } from './support/mutants'
import { member } from './support/requests'

/** Hundreds of documents are planted: more than the usual five seconds on a busy machine. */
jest.setTimeout(60_000)

type Row = Record<string, unknown>
type Slice = { rows: Row[]; next?: string }

let journey: Journey
let raw: typeof import('../../cloudfunctions/_platform/cloud').rawCollection
beforeAll(async () => {
  journey = await openJourney()
  // the SDK is loaded after the stage has set the environment
  raw = (await import('../../cloudfunctions/_platform/cloud')).rawCollection
})
afterAll(() => {
  process.stdout.write(`${planted} spoilt documents planted, ${refused} refused by the database itself\n`)
  return journey.stage.close()
})

let planted = 0
let refused = 0
/** Puts documents where only the adapter writes otherwise. */
async function plant(collection: string, mutants: readonly Mutant[]): Promise<void> {
  const add = (data: Mutant['document']) =>
    raw(collection)
      .add({ data })
      .then(
        () => (planted += 1),
        () => (refused += 1),
      )
  await Promise.all(mutants.map(({ document }) => add(document)))
}
async function storedAt(collection: string, _id: string): Promise<Row> {
  const [found] = (await raw(collection).where({ _id }).limit(1).get()).data
  if (!found) throw new Error(`${collection}: ${_id} is not there`)
  return found as Row // documents are records
}

const personId = () => `1_${randomBytes(32).toString('base64url')}`
const nobodys = () => ({ accountId: 'nobody' })

/** Every row of a list, one slice after the other; each slice must be an answer. */
async function everyRow(fn: 'review' | 'notice' | 'checkin', verb: string, input: object, who: object): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const slice: Slice = valueOf(await journey.ask<Slice>(fn, verb, { ...input, ...(cursor ? { cursor } : {}) }, who))
    rows.push(...slice.rows)
    cursor = slice.next
  } while (cursor)
  return rows
}
const peopleIn = async (queue: string) =>
  (await everyRow('review', 'queue', { queue }, journey.desk)).map(({ person }) => person)

async function returned(): Promise<Applicant> {
  const applicant = await anApplicant(journey)
  const input = { person: applicant.person, version: 1, reason: '班级写错了', markedFields: [] }
  valueOf(await journey.ask('review', 'sendBack', input, journey.desk))
  return applicant
}
async function asking(): Promise<Applicant> {
  const applicant = await member(journey)
  valueOf(await journey.ask('checkin', 'change', { values: { joinedMonth: '2021-06' } }, applicant))
  return applicant
}

/** The timer runs every minute for a while; each run must come to its end. */
async function runTimer(minutes: number): Promise<number> {
  let setAside = 0
  for (let run = 0; run < minutes; run += 1) {
    journey.stage.time.pass(MINUTE)
    setAside += (await journey.tick()).setAside
  }
  return setAside
}

describe('more spoilt documents than a run of the timer looks at', () => {
  test('do not hold up the ones behind them', async () => {
    const source = await storedAt('people', (await anApplicant(journey)).person)
    const dueAt = new Date(journey.stage.time.now.getTime() - 48 * HOUR)
    for (const spoilt of [{ v: 0 }, { outbox: 7 }, { outbox: [null] }, { outbox: [] }, { rev: '1', v: 'x' }])
      await plant(
        'people',
        Array.from({ length: 30 }, () => ({
          what: 'due',
          document: { ...source, ...nobodys(), dueAt, ...spoilt, _id: personId() },
        })),
      )
    const healthy = await anApplicant(journey)
    await journey.tick()
    await journey.tick()
    expect((await journey.stage.world.db.people.find(healthy.person))?.realName.status).toBe('passed')
  })

  test('something owed in words of a newer version is kept, and never struck off as done', async () => {
    const { person } = await member(journey)
    const { people } = journey.stage.world.db
    const owed = { id: 'newer', kind: 'ofTomorrow', dueAt: journey.stage.time.now, attempts: 0 }
    await people.amend(person, ({ outbox }) => ({ outbox: [...outbox, owed as never] }))
    await journey.tick()
    expect((await people.find(person))?.outbox).toContainEqual(expect.objectContaining({ id: 'newer', attempts: 1 }))
  })
})

describe('beside spoilt people', () => {
  let waiting: Applicant[]
  let back: Applicant[]
  let wanting: Applicant[]
  let setAside: number

  beforeAll(async () => {
    waiting = [await anApplicant(journey)]
    // a name of its own: the day's budget of a name is used up by its mutants
    const source = await anApplicant(journey, { name: '欧阳予安' })
    back = [await returned(), await returned()]
    wanting = [await asking(), await asking()]
    const stored = (applicant: Applicant | undefined) => storedAt('people', String(applicant?.person))
    await plant('people', mutantsOf(await stored(source), { id: personId, fixed: nobodys }))
    const owesNothing = () => ({ ...nobodys(), dueAt: null, outbox: [] })
    for (const [applicant, part] of [
      [back[0], 'checkIn'],
      [wanting[0], 'change'],
    ] as const)
      await plant('people', mutantsOf(await stored(applicant), { id: personId, fixed: owesNothing, within: part }))
    waiting.push(await anApplicant(journey))
    setAside = await runTimer(6)
  })

  test.each([
    ['pending', () => waiting],
    ['returned', () => back],
    ['approved', () => wanting],
  ])('the queue of the %s shows every healthy one', async (queue, healthy) => {
    expect(await peopleIn(queue)).toEqual(expect.arrayContaining(healthy().map(({ person }) => person)))
  })

  test('the list of changes shows every healthy one', async () => {
    const rows = await everyRow('review', 'changes', {}, journey.desk)
    expect(rows.map(({ person }) => person)).toEqual(expect.arrayContaining(wanting.map(({ person }) => person)))
  })

  test('the overview counts', async () => {
    expect(codeOf(await journey.ask('review', 'overview', {}, journey.desk))).toBe('OK')
  })

  test('the timer serves every healthy one, and says how many it set aside', async () => {
    for (const { person } of [...waiting, ...wanting]) {
      const { realName, outbox } = (await journey.stage.world.db.people.find(person)) ?? {}
      expect(realName?.status).toBe('passed')
      expect(outbox?.filter(({ kind }) => kind !== 'reviewReminder')).toEqual([])
    }
    expect(setAside).toBeGreaterThan(0)
  })

  test('what was left out is counted in the log, by collection and keyed id', async () => {
    journey.stage.logs.length = 0
    await everyRow('review', 'queue', { queue: 'pending' }, journey.desk)
    const leftOut = journey.stage.logs.flatMap((line) => line.leftOut ?? [])
    expect(leftOut.length).toBeGreaterThan(0)
    for (const { documents, of } of leftOut) {
      expect(documents).toBeGreaterThan(0)
      expect(of.join()).toMatch(/^people:1_[\w-]{43}(,people:1_[\w-]{43})*$/)
    }
  })

  test('a decision on many does what it can', async () => {
    const [healthy] = [await anApplicant(journey)]
    const source = await storedAt('people', healthy.person)
    await plant('people', [
      { what: 'no history', document: { ...source, ...nobodys(), _id: '1_' + 'x'.repeat(43), checkIn: 7 } },
    ])
    const spoilt = '1_' + 'y'.repeat(43)
    await plant('people', [
      { what: 'no outbox', document: { ...source, ...nobodys(), _id: spoilt, outbox: 7, commands: [] } },
    ])
    const input = {
      decision: 'sendBack',
      reason: '班级写错了',
      items: [spoilt, healthy.person].map((person) => ({ person, version: 1 })),
    }
    const { results } = valueOf(await journey.ask<{ results: Row[] }>('review', 'batch', input, journey.desk))
    expect(results).toMatchObject([
      { person: spoilt, done: false, code: 'INTERNAL' },
      { person: healthy.person, done: true },
    ])
  })
})

describe('beside spoilt accounts', () => {
  test('the timer delivers what healthy ones owe', async () => {
    const source = await storedAt('accounts', journey.secretary.id)
    const due = {
      dueAt: journey.stage.time.now,
      outbox: [{ id: 'x', kind: 'erasePhotos', fileIds: [], attempts: 0, dueAt: journey.stage.time.now }],
    }
    await plant(
      'accounts',
      mutantsOf({ ...source, ...due }, { id: newToken, fixed: (n) => ({ phoneHash: `spoilt-${n}` }) }),
    )
    const { id } = await anAccount(journey.stage)
    await journey.stage.world.db.accounts.amend(id, () => ({ outbox: due.outbox as never }))
    await runTimer(6)
    expect((await journey.stage.world.db.accounts.find(id))?.outbox).toEqual([])
  })
})

describe('beside spoilt notices', () => {
  test('the inbox shows every healthy one, and all of them can be marked as read', async () => {
    const applicant = await returned()
    await journey.tick()
    const [notice] = await everyRow('notice', 'inbox', {}, applicant)
    const source = await storedAt('notices', String(notice?.id))
    await plant('notices', mutantsOf(source, { id: newToken }))
    expect((await everyRow('notice', 'inbox', {}, applicant)).map(({ id }) => id)).toContain(notice?.id)
    expect(codeOf(await journey.ask('notice', 'readAll', {}, applicant))).toBe('OK')
    expect((await journey.stage.world.db.notices.find(String(notice?.id)))?.read).toBe(true)
  })
})

describe('beside spoilt records of looks', () => {
  test('the person sees every healthy one', async () => {
    const applicant = await member(journey)
    valueOf(await journey.ask('review', 'reveal', { person: applicant.person, purpose: 'checkDocument' }, journey.desk))
    await journey.tick()
    const [look] = await everyRow('checkin', 'looks', {}, applicant)
    await plant('audit', mutantsOf(await storedAt('audit', String(look?.id)), { id: newToken }))
    expect((await everyRow('checkin', 'looks', {}, applicant)).map(({ id }) => id)).toContain(look?.id)
  })
})

describe('beside spoilt organisations and posts', () => {
  let applicant: Applicant
  beforeAll(async () => {
    applicant = await anApplicant(journey)
    const branch = await storedAt('orgs', journey.branch._id)
    let org = 70_000_000
    await plant('orgs', [
      ...mutantsOf(branch, { id: () => String((org += 1)) }),
      {
        what: 'an orphan',
        document: { ...branch, _id: '60000001', parentId: '99999999', path: ['99999999', '60000001'] },
      },
      {
        what: 'a circle',
        document: { ...branch, _id: '60000002', parentId: '60000002', path: ['60000002', '60000002'] },
      },
      { what: 'its own child', document: { ...branch, _id: '60000003', path: ['60000003', journey.branch._id] } },
    ])
    const post = await storedAt('posts', `${journey.secretary.id}:${journey.branch._id}`)
    await plant('posts', mutantsOf(post, { id: () => `0${newToken()}:${journey.branch._id}` }))
  })

  test.each([
    ['the member sees their check-in', 'checkin', 'mine', () => ({ input: {}, who: applicant })],
    ['a freshman opens the code', 'checkin', 'openCode', () => ({ input: { code: journey.code }, who: {} })],
    ['the secretary works', 'review', 'queue', () => ({ input: { queue: 'pending' }, who: journey.desk })],
    ['the secretary sees the overview', 'review', 'overview', () => ({ input: {}, who: journey.desk })],
    [
      'the secretary sees a person',
      'review',
      'detail',
      () => ({ input: { person: applicant.person }, who: journey.desk }),
    ],
    ['the secretary enters', 'account', 'session', () => ({ input: {}, who: journey.secretary })],
  ] as const)('%s', async (_title, fn, verb, request) => {
    const { input, who } = request()
    expect(codeOf(await journey.ask(fn, verb, input, who))).toBe('OK')
  })

  test('a new check-in reaches the operators who are there', async () => {
    const healthy = await anApplicant(journey)
    await journey.tick()
    const rows = await everyRow('notice', 'inbox', {}, journey.secretary)
    expect(rows.map(({ person }) => person)).toContain(healthy.person)
  })

  test('an operator below a circle or under a lost parent is answered', async () => {
    for (const path of [['60000002'], ['99999999']]) {
      const lost = await anOrg(journey.stage, { parent: { _id: String(path[0]), path } })
      const account = await anAccount(journey.stage, { openid: anOpenid() })
      await aPost(journey.stage, { accountId: account.id, org: lost })
      expect(codeOf(await journey.ask('review', 'queue', { queue: 'pending' }, deskOf(account, lost)))).toBe('OK')
    }
  })
})

describe('beside spoilt tickets', () => {
  test('the sweep removes what is over, and a spoilt ticket opens nothing', async () => {
    const { now } = journey.stage.time
    const past = { createdAt: now, expiresAt: new Date(now.getTime() - HOUR) }
    const upload = {
      kind: 'upload',
      purpose: 'proof',
      subject: personId(),
      accountId: 'nobody',
      cloudPath: 'incoming/x',
    }
    const code = { kind: 'smsCode', codeHash: 'x', tries: 0, subject: 'x' }
    for (const source of [upload, code])
      await plant('tickets', mutantsOf({ ...source, ...past, createdBy: 'x', rev: 1, v: 1 }, { id: newToken }))
    // more than a sweep looks at, all at the head
    for (let n = 0; n < 60; n += 1)
      await plant('tickets', [
        { what: 'due', document: { ...upload, ...past, expiresAt: new Date(0), v: 0, _id: newToken() } },
      ])
    const healthy = newToken()
    await journey.stage.world.db.tickets.insert({ _id: healthy, ...upload, ...past, createdBy: 'x' } as never)
    await runTimer(3)
    expect(await journey.stage.world.db.tickets.find(healthy)).toBeUndefined()
  })
})

test('at least 300 spoilt documents were planted', () => {
  expect(planted).toBeGreaterThanOrEqual(300)
})
