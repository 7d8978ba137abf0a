import { CONSENT_VERSIONS } from '#contract/account'
import { MINUTE } from '#domain/limits'
import { aPhone, anAccount } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { openAccountStage, valueOf, type AccountStage } from './support'

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

const ID_DATA = { kind: 'idData', version: CONSENT_VERSIONS.idData } as const
const give = (session: string, input: object, commandId?: string) =>
  stage.call('giveConsent', input, { session }, commandId)

describe('consent', () => {
  test('to ID data is given apart from the notice, and no longer asked for', async () => {
    const { session } = await stage.registered(aPhone())
    const at = stage.time.now.toISOString()
    expect(await give(session, ID_DATA)).toEqual({ ok: true, value: { ...ID_DATA, at } })
    expect(valueOf(await stage.call('session', {}, { session })).me.asksConsent).toEqual([])
  })

  test('to an old text is refused', async () => {
    const { session } = await anAccount(stage)
    expect(await give(session, { ...ID_DATA, version: '2020-01' })).toEqual({ ok: false, code: 'CONSENT_OUTDATED' })
  })

  test('to an older text is asked for anew, and the old consent stays on file', async () => {
    const { id, session } = await anAccount(stage)
    const old = { kind: 'idData', version: '2020-01', at: new Date('2020-01-01T00:00:00.000Z') } as const
    await stage.world.db.accounts.amend(id, ({ outbox }) => ({ content: { consents: [old] }, outbox }))
    expect(valueOf(await stage.call('session', {}, { session })).me.asksConsent).toEqual(['privacy', 'idData'])

    valueOf(await give(session, ID_DATA))
    const { consents } = (await stage.world.db.accounts.find(id)) ?? {}
    expect(consents).toEqual([{ ...ID_DATA, at: stage.time.now }, old])
  })

  test('given twice keeps the moment of the first time; so does a retry', async () => {
    const { session } = await stage.registered(aPhone())
    const command = newCommandId()
    const first = await give(session, ID_DATA, command)
    stage.time.pass(MINUTE)
    expect(await give(session, ID_DATA)).toEqual(first)
    expect(await give(session, ID_DATA, command)).toEqual(first)
  })

  test('is nobody else’s to give', async () => {
    expect(await give('', ID_DATA)).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('is recorded with its kind and version', async () => {
    const { id, session } = await anAccount(stage)
    await stage.world.db.accounts.amend(id, () => ({ content: { consents: [] }, outbox: [] }))
    await give(session, ID_DATA)
    const { outbox } = (await stage.world.db.accounts.find(id)) ?? {}
    expect(outbox).toMatchObject([{ kind: 'audit', event: { action: 'account.giveConsent', after: ID_DATA } }])
  })
})
