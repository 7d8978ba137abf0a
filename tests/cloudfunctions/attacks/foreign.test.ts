import { anAccount, anOpenid, anOrg, aPost } from '../../support/builders'
import type { Who } from '../../support/stage'
import { anApplicant, codeOf, deskOf, openJourney, type Applicant, type Journey } from '../support/journey'
import { member, PROCEDURES, type Named, type ValidRequest } from '../support/requests'
import { placesIn, withAt } from './places'

// argon2id is slow on purpose, and the picture of a code takes a second
jest.setTimeout(60_000)

let journey: Journey
/** Everybody who might ask for what is not theirs. */
const strangers = {} as Record<
  'visitor' | 'applicant' | 'member' | 'operatorBeside' | 'operatorAbove' | 'ordinaryCadre',
  Who
>
type Stranger = keyof typeof strangers
const STRANGERS: readonly Stranger[] = [
  'visitor',
  'applicant',
  'member',
  'operatorBeside',
  'operatorAbove',
  'ordinaryCadre',
]

beforeAll(async () => {
  journey = await openJourney()
  const { stage, branch, committee } = journey
  const cadre = async (org: typeof branch, operator = true) => {
    const account = await anAccount(stage, { openid: anOpenid() })
    await aPost(stage, { accountId: account.id, org, operator })
    return deskOf(account, org)
  }
  Object.assign(strangers, {
    visitor: {},
    applicant: await anApplicant(journey),
    member: await member(journey),
    operatorBeside: await cadre(await anOrg(stage, { parent: committee })),
    operatorAbove: await cadre(committee),
    ordinaryCadre: await cadre(branch, false),
  } satisfies typeof strangers)
})
afterAll(() => journey.stage.close())

/** The ids that a request can name, and what nobody has in their place. */
const IDS: readonly { kind: string; form: RegExp; nobodys: string }[] = [
  { kind: 'person', form: /^\d{1,3}_[\w-]{43}$/, nobodys: `1_${'a'.repeat(43)}` },
  { kind: 'ticket', form: /^[\w-]{22}$/, nobodys: 'a'.repeat(22) },
  { kind: 'file', form: /^cloud:\/\//, nobodys: 'cloud://local-env.6c6f-local-env-1300000000/incoming/nobodys' },
]
const idsIn = (input: object) =>
  placesIn(input).flatMap(({ place, value }) => {
    const id = typeof value === 'string' ? IDS.find(({ form }) => form.test(value)) : undefined
    return id ? [{ place, kind: id.kind, nobodys: id.nobodys }] : []
  })

/** Whoever holds a branch's code may use it: that is what it is for. */
const BEARER: readonly string[] = ['checkin.openCode', 'checkin.submit']
/** One answer a row: the batch itself is answered. */
const PER_ROW = ['review.batch']

const named = PROCEDURES.filter(({ name }) => !BEARER.includes(name))
const requests = new Map<string, ValidRequest>()
const requestOf = async (each: Named): Promise<ValidRequest> => {
  const known = requests.get(each.name) ?? (await each.prepare(journey))
  requests.set(each.name, known)
  return known
}

describe.each(STRANGERS)('%s, asking with the ids of somebody else', (stranger) => {
  test.each(named)('$name: is answered as if nobody had them', async (each) => {
    const request = await requestOf(each)
    const ids = idsIn(request.input)
    if (ids.length === 0) return
    const nobodys = ids.reduce<unknown>((input, { place, nobodys: id }) => withAt(input, place, id), request.input)
    const ask = (input: unknown) => journey.ask(each.fn, each.verb, input, strangers[stranger])
    const denied = await ask(request.input)
    const missing = await ask(nobodys)
    if (PER_ROW.includes(each.name) && denied.ok) {
      // the rows name what was asked for; but for that they are the same bytes
      const { results } = denied.value as { results: { code?: string }[] } // what a batch answers
      expect(results.map(({ code }) => code)).toEqual(['NOT_FOUND'])
      return
    }
    expect(codeOf(denied)).not.toBe('OK')
    expect(JSON.stringify(denied)).toBe(JSON.stringify(missing))
  })
})

test('the requests that name somebody or something are these', () => {
  const withIds = [...requests].filter(([, { input }]) => idsIn(input).length > 0).map(([name]) => name)
  expect(withIds.sort()).toEqual([
    'checkin.addLetterPhoto',
    'review.addPhoto',
    'review.approve',
    'review.approveChange',
    'review.approveOffline',
    'review.batch',
    'review.detail',
    'review.photos',
    'review.returnChange',
    'review.reveal',
    'review.sendBack',
    'review.startPhoto',
  ])
})

describe('one foreign id among one’s own', () => {
  test('a photo ticket of another operator is no proof', async () => {
    const theirs = await requestOf(named.find(({ name }) => name === 'review.approveOffline') as Named)
    const { photos } = theirs.input as { photos: string[] } // the request's own shape
    const mine = await PROCEDURES.find(({ name }) => name === 'review.approveOffline')?.prepare(journey)
    const answer = await journey.ask('review', 'approveOffline', { ...mine?.input, photos }, journey.desk)
    expect(codeOf(answer)).toBe('PHOTO_GONE')
  })

  test('a branch’s code does not open another branch', async () => {
    const other = await anOrg(journey.stage, { parent: journey.committee })
    const submission = await PROCEDURES.find(({ name }) => name === 'checkin.submit')?.prepare(journey)
    const input = { ...submission?.input, branch: { id: other._id, code: journey.code } }
    expect(codeOf(await journey.ask('checkin', 'submit', input, submission?.who))).toBe('CODE_UNKNOWN')
  })

  test('a cursor opens nobody else’s list, and no other list of one’s own', async () => {
    for (let count = 0; count < 21; count += 1) await anApplicant(journey)
    const page = await journey.ask<{ next: string }>('review', 'queue', { queue: 'pending' }, journey.desk)
    if (!page.ok) throw new Error('the queue is not shown')
    const cursor = page.value.next
    expect(codeOf(await journey.ask('review', 'queue', { queue: 'pending', cursor }, journey.desk))).toBe('OK')
    expect(codeOf(await journey.ask('review', 'queue', { queue: 'approved', cursor }, journey.desk))).toBe(
      'INVALID_INPUT',
    )
    expect(codeOf(await journey.ask('review', 'queue', { queue: 'pending', cursor }, strangers.operatorBeside))).toBe(
      'INVALID_INPUT',
    )
    expect(codeOf(await journey.ask('notice', 'inbox', { cursor }, journey.desk))).toBe('INVALID_INPUT')
  })
})

describe('what stands in an answer', () => {
  let target: Applicant
  beforeAll(async () => {
    target = await anApplicant(journey)
    await journey.tick()
  })

  /** The one way to a full number: purpose, limit, record. */
  const SHOWS_NUMBER = ['review.reveal']
  // ciphertexts and look-up hashes are nobody's business either
  const secretsOf = async ({ person, id, form, phone }: Applicant) => {
    const stored = await journey.stage.world.db.people.find(person)
    const account = await journey.stage.world.db.accounts.find(id)
    if (!stored || !account) throw new Error('the target is stored')
    return {
      idNumber: String(form.idNumber),
      phone,
      sealedId: stored.sealed.idNumber,
      sealedPhone: account.sealedPhone,
      phoneHash: account.phoneHash,
    }
  }

  test.each(PROCEDURES)('$name: no number in full, no ciphertext, no hash, for anybody', async (each) => {
    const request = await each.prepare(journey)
    const secrets = Object.entries(await secretsOf(target))
    const aboutTarget = JSON.parse(
      JSON.stringify(request.input).replaceAll(request.person ?? '\u0000', target.person),
    ) as object // the same shape, about the target
    // whoever enters or leaves as somebody else is somebody else from then on, and a code renewed is another code
    const others = ['account', 'org'].includes(each.fn) ? [] : [...Object.values(strangers), target, journey.desk]
    for (const who of [request.who, ...others]) {
      for (const input of [request.input, aboutTarget]) {
        const said = JSON.stringify(await journey.ask(each.fn, each.verb, input, who))
        const found = secrets.filter(([, secret]) => said.includes(secret)).map(([name]) => name)
        expect(found).toEqual(
          SHOWS_NUMBER.includes(each.name) && who === journey.desk && found.length > 0 ? ['idNumber'] : [],
        )
      }
    }
  })
})
