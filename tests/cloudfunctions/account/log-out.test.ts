import { anAccount, anOpenid, aPhone } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { openAccountStage, PASSWORD, valueOf, type AccountStage } from './support'

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

describe('logging out', () => {
  test('ends this session and no other', async () => {
    const phone = aPhone()
    const { session } = await stage.registered(phone)
    const other = valueOf(await stage.call('logInByPassword', { phone, password: PASSWORD })).session
    expect(await stage.call('logOut', {}, { session })).toEqual({ ok: true, value: {} })
    expect(await stage.call('session', {}, { session })).toEqual({ ok: false, code: 'SIGNED_OUT' })
    expect(await stage.call('session', {}, { session: other })).toMatchObject({ ok: true })
  })

  test('in WeChat lets the openid go', async () => {
    const { openid, session } = await anAccount(stage, { openid: anOpenid() })
    expect(await stage.call('logOut', {}, { openid, session })).toEqual({ ok: true, value: {} })
    expect(await stage.call('session', {}, { openid, session })).toEqual({ ok: false, code: 'SIGNED_OUT' })
    expect(await stage.call('session', {}, { openid })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('a retry finds nobody logged in', async () => {
    const { session } = await anAccount(stage)
    const command = newCommandId()
    expect(await stage.call('logOut', {}, { session }, command)).toMatchObject({ ok: true })
    expect(await stage.call('logOut', {}, { session }, command)).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })
})
