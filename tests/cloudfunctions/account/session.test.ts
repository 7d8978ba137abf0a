import { HOUR, DAY, MINUTE } from '#domain/limits'
import { aPost, aProvince, anAccount, anOpenid } from '../../support/builders'
import { openAccountStage, valueOf, type AccountStage } from './support'

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

const ask = (who: object) => stage.call('session', {}, who)
const seenAt = async (id: string) => (await stage.world.db.accounts.find(id))?.sessions[0]?.seenAt

describe('a session on the web', () => {
  test('nobody has one without logging in', async () => {
    expect(await ask({})).toEqual({ ok: false, code: 'SIGNED_OUT' })
    expect(await ask({ session: `nobody.${'x'.repeat(43)}` })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('with another secret it is none, whichever character differs', async () => {
    const { session } = await anAccount(stage)
    const at = session.indexOf('.') + 1
    for (const place of [at, at + 20, session.length - 2]) {
      const other = session[place] === 'A' ? 'B' : 'A'
      const forged = session.slice(0, place) + other + session.slice(place + 1)
      expect(await ask({ session: forged })).toEqual({ ok: false, code: 'SIGNED_OUT' })
    }
  })

  test('ends when nothing is heard for twelve hours', async () => {
    const { session } = await anAccount(stage)
    stage.time.pass(12 * HOUR - 1)
    expect(await ask({ session })).toMatchObject({ ok: true })
    stage.time.pass(12 * HOUR)
    expect(await ask({ session })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('ends after seven days, however busy', async () => {
    const { session } = await anAccount(stage)
    for (let passed = 0; passed + 6 * HOUR < 7 * DAY; passed += 6 * HOUR) {
      stage.time.pass(6 * HOUR)
      expect(await ask({ session })).toMatchObject({ ok: true })
    }
    stage.time.pass(6 * HOUR)
    expect(await ask({ session })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('notes that it was used at most every five minutes', async () => {
    const { id, session } = await anAccount(stage)
    const start = stage.time.now
    stage.time.pass(5 * MINUTE - 1)
    await ask({ session })
    expect(await seenAt(id)).toEqual(start)
    stage.time.pass(1)
    await ask({ session })
    expect(await seenAt(id)).toEqual(stage.time.now)
  })
})

describe('a session in WeChat', () => {
  test('is the openid: the account id in other hands opens nothing', async () => {
    const { id, openid } = await anAccount(stage, { openid: anOpenid() })
    expect(valueOf(await ask({ openid })).session).toBe(id)
    expect(await ask({ openid: anOpenid(), session: id })).toEqual({ ok: false, code: 'SIGNED_OUT' })
    expect(await ask({ session: id })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('a web session is no proof in WeChat', async () => {
    const { session } = await anAccount(stage)
    expect(await ask({ openid: anOpenid(), session })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })
})

describe('the first screen', () => {
  test('shows posts, unread messages, missing consents and the templates to ask for', async () => {
    const { branch } = await aProvince(stage)
    const { id, session, phone } = await anAccount(stage)
    await aPost(stage, { accountId: id, org: branch, name: '王书记' })
    for (const [n, read] of [true, false, false].entries()) {
      const at = stage.time.now
      await stage.world.db.notices.insert({
        _id: `${id}-${n}`,
        accountId: id,
        at,
        read,
        kind: 'checkInReturned',
        role: 'know',
      })
    }
    await stage.world.db.accounts.amend(id, ({ outbox }) => ({ content: { consents: [] }, outbox }))

    expect(valueOf(await ask({ session }))).toEqual({
      session,
      me: {
        phoneMask: `138****${phone.slice(-4)}`,
        name: '王书记',
        hasPassword: false,
        asksConsent: ['privacy', 'idData'],
        hasDraft: false,
        posts: [{ orgId: branch._id, orgName: branch.shortName, title: '书记', operator: true }],
        unread: 2,
        messageTemplates: ['sandbox-decided', 'sandbox-waiting'],
      },
    })
  })

  test.each([
    ['on the web', false],
    ['in WeChat', true],
  ])('costs two round trips to the database %s and decrypts nothing', async (_place, inWeChat) => {
    const { id, session, openid } = await anAccount(stage, inWeChat ? { openid: anOpenid() } : {})
    stage.time.pass(10 * MINUTE)
    await ask({ session, openid })
    const { db, decryptions } = stage.logs.at(-1) ?? {}
    expect(db?.roundTrips).toBeLessThanOrEqual(2)
    expect(decryptions).toBe(0)
    expect(await stage.world.db.accounts.find(id)).toBeDefined()
  })
})
