import { newCommandId } from '../support/stage'
import { openJourney, type Journey } from './support/journey'
import { WRITES, type ProcedureName, type ValidRequest } from './support/requests'

// argon2id is slow on purpose
jest.setTimeout(30_000)

let journey: Journey
beforeAll(async () => void (journey = await openJourney()))
afterAll(() => journey.stage.close())

/** What a retry gets instead of the first answer, where repeating the command hurts nobody and no record is kept of it. */
const ANOTHER_ANSWER: Partial<Record<ProcedureName, object>> = {
  // the same draft again; a second place for an upload, which is swept away unused
  'checkin.saveDraft': { ok: true },
  'checkin.startLetterPhoto': { ok: true },
  'review.startPhoto': { ok: true },
  // the keys that are handed out are stored nowhere: the retry gets another one, to the same account
  'account.register': { ok: true },
  'account.logInByPassword': { ok: true },
  'account.logInByCode': { ok: true },
  // nobody is logged in any more, which is what was wanted
  'account.logOut': { ok: false, code: 'SIGNED_OUT' },
  // what is read is read: nothing is left to mark
  'notice.readAll': { ok: true, value: { read: 0 } },
}

async function stored({ person, account }: ValidRequest) {
  const { people, accounts } = journey.stage.world.db
  const own = account ? await people.list({ accountId: account }, { limit: 5 }) : []
  return { person: person ? await people.find(person) : own, account: account && (await accounts.find(account)) }
}

describe('a command whose answer was lost', () => {
  test.each(WRITES)(
    '$name: the retry gets the same answer and changes nothing',
    async ({ name, fn, verb, prepare }) => {
      const request = await prepare(journey)
      const id = newCommandId()
      const ask = () => journey.ask(fn, verb, request.input, request.who, id)
      const first = await ask()
      expect(first).toMatchObject({ ok: true })
      const after = await stored(request)
      const second = await ask()
      const another = ANOTHER_ANSWER[name]
      if (another) return expect(second).toMatchObject(another)
      expect(second).toEqual(first)
      return expect(await stored(request)).toEqual(after)
    },
  )
})
