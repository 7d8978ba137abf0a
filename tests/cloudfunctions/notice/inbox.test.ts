import { notice, type NoticeView } from '#contract/notice'
import { MINUTE } from '#domain/limits'
import { anAccount, type AnAccount } from '../../support/builders'
import { newCommandId, openStage, type Main, type Stage } from '../../support/stage'

type Page = { rows: NoticeView[]; next?: string }

let stage: Stage
let main: Main
beforeAll(async () => {
  stage = await openStage()
  const { handlers } = await import('../../../cloudfunctions/notice/handlers')
  const { serve } = await import('../../../cloudfunctions/_platform/serve')
  main = serve('notice', notice, handlers, () => stage.world)
})
afterAll(() => stage.close())

const inbox = (who: object, input: object = {}) => stage.ask<Page>(main, 'inbox', input, who)
const readAll = (who: object, commandId?: string) => stage.ask<{ read: number }>(main, 'readAll', {}, who, commandId)

/** `count` messages a minute apart, except that two and two share their moment. */
async function messagesTo({ id }: AnAccount, count: number): Promise<string[]> {
  const start = stage.time.now.getTime()
  const ids = Array.from({ length: count }, (_, n) => `${id}-${String(n).padStart(4, '0')}`)
  await Promise.all(
    ids.map((_id, n) =>
      stage.world.db.notices.insert({
        _id,
        accountId: id,
        at: new Date(start + Math.floor(n / 2) * MINUTE),
        read: false,
        kind: 'checkInReturned',
        role: 'know',
        reason: `reason ${n}`,
      }),
    ),
  )
  return ids.reverse()
}

async function pagesOf(who: object): Promise<string[][]> {
  const pages: string[][] = []
  for (let cursor: string | undefined, more = true; more; more = cursor !== undefined) {
    const page = await inbox(who, cursor ? { cursor } : {})
    if (!page.ok) throw new Error(page.code)
    pages.push(page.value.rows.map(({ id }) => id))
    cursor = page.value.next
  }
  return pages
}

describe('the inbox', () => {
  test('is empty before anything has happened', async () => {
    expect(await inbox(await anAccount(stage))).toEqual({ ok: true, value: { rows: [] } })
  })

  test('comes in pages of twenty, newest first, each message once', async () => {
    const who = await anAccount(stage)
    const ids = await messagesTo(who, 45)
    const pages = await pagesOf(who)
    expect(pages.map(({ length }) => length)).toEqual([20, 20, 5])
    expect(pages.flat()).toEqual(ids)
  })

  test('of exactly one page has no next one', async () => {
    const who = await anAccount(stage)
    await messagesTo(who, 20)
    expect((await pagesOf(who)).map(({ length }) => length)).toEqual([20])
  })

  test('stays in place while new messages come in', async () => {
    const who = await anAccount(stage)
    const ids = await messagesTo(who, 25)
    const first = await inbox(who)
    stage.time.pass(60 * MINUTE)
    await stage.world.db.notices.insert({
      _id: `${who.id}-new`,
      accountId: who.id,
      at: stage.time.now,
      read: false,
      kind: 'checkInApproved',
      role: 'know',
    })
    const second = await inbox(who, { cursor: first.ok ? first.value.next : '' })
    expect(second.ok && second.value.rows.map(({ id }) => id)).toEqual(ids.slice(20))
  })

  test('shows one’s own messages only', async () => {
    const [mine, theirs] = [await anAccount(stage), await anAccount(stage)]
    await messagesTo(theirs, 3)
    const [id] = await messagesTo(mine, 1)
    expect(await pagesOf(mine)).toEqual([[id]])
  })

  test('does not open with a cursor that is made up, changed or somebody else’s', async () => {
    const [mine, theirs] = [await anAccount(stage), await anAccount(stage)]
    await messagesTo(mine, 25)
    await messagesTo(theirs, 25)
    const page = await inbox(theirs)
    const cursor = (page.ok && page.value.next) || ''
    const changed = (cursor.startsWith('A') ? 'B' : 'A') + cursor.slice(1)
    for (const bad of ['x', 'bm9uc2Vuc2U.abc', cursor]) {
      expect(await inbox(mine, { cursor: bad })).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
    }
    expect(await inbox(theirs, { cursor: changed })).toMatchObject({ ok: false, code: 'INVALID_INPUT' })
    expect(await inbox(theirs, { cursor })).toMatchObject({ ok: true })
  })

  test('is nobody’s who is not logged in', async () => {
    expect(await inbox({})).toEqual({ ok: false, code: 'SIGNED_OUT' })
    expect(await readAll({})).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })
})

describe('reading all', () => {
  test('marks what is unread, and nothing of others', async () => {
    const [mine, theirs] = [await anAccount(stage), await anAccount(stage)]
    await Promise.all([messagesTo(mine, 3), messagesTo(theirs, 1)])
    expect(await readAll(mine)).toEqual({ ok: true, value: { read: 3 } })
    const [own, other] = [await inbox(mine), await inbox(theirs)]
    expect(own.ok && own.value.rows.map(({ read }) => read)).toEqual([true, true, true])
    expect(other.ok && other.value.rows.map(({ read }) => read)).toEqual([false])
  })

  test('marks a hundred at once, the newest', async () => {
    const who = await anAccount(stage)
    const ids = await messagesTo(who, 103)
    expect(await readAll(who)).toEqual({ ok: true, value: { read: 100 } })
    const unread = await stage.world.db.notices.list({ accountId: who.id, read: false }, { limit: 100 })
    expect(unread.map(({ _id }) => _id).sort()).toEqual(ids.slice(100).sort())
  })

  test('a retry of the same command finds them read', async () => {
    const who = await anAccount(stage)
    await messagesTo(who, 2)
    const command = newCommandId()
    expect(await readAll(who, command)).toEqual({ ok: true, value: { read: 2 } })
    expect(await readAll(who, command)).toEqual({ ok: true, value: { read: 0 } })
  })
})
