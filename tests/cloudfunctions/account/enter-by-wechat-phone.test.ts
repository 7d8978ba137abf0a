import { aPhone, anAccount, anOpenid } from '../../support/builders'
import { newCommandId } from '../../support/stage'
import { CONSENT, openAccountStage, valueOf, type AccountStage } from './support'

let stage: AccountStage
beforeAll(async () => void (stage = await openAccountStage()))
afterAll(() => stage.close())

/** What the getPhoneNumber button hands over when somebody with this phone taps it. */
function tapWith(phone: string): string {
  const phoneCode = `code-of-${newCommandId()}`
  stage.cloud.sandbox.phoneCodes.set(phoneCode, phone)
  return phoneCode
}
const enter = (phoneCode: string, who: object, more: object = {}, commandId?: string) =>
  stage.call('enterByWeChatPhone', { phoneCode, consent: CONSENT, ...more }, who, commandId)

describe('one tap in WeChat', () => {
  test('makes an account for a new phone and binds the openid', async () => {
    const [phone, openid] = [aPhone(), anOpenid()]
    const { me } = valueOf(await enter(tapWith(phone), { openid }))
    expect(me).toMatchObject({ phoneMask: `138****${phone.slice(-4)}`, hasPassword: false, asksConsent: ['idData'] })
    expect(await stage.call('session', {}, { openid })).toMatchObject({ ok: true })
  })

  test('opens the account that the phone has already', async () => {
    const { id, phone } = await anAccount(stage)
    expect(valueOf(await enter(tapWith(phone), { openid: anOpenid() })).session).toBe(id)
  })

  test('exists only in WeChat', async () => {
    expect(await enter(tapWith(aPhone()), {})).toEqual({ ok: false, code: 'ONLY_IN_WECHAT' })
  })

  test('needs a code that WeChat gave, once', async () => {
    const code = tapWith(aPhone())
    expect(await enter('made up', { openid: anOpenid() })).toEqual({ ok: false, code: 'PHONE_CODE_INVALID' })
    valueOf(await enter(code, { openid: anOpenid() }))
    expect(await enter(code, { openid: anOpenid() })).toEqual({ ok: false, code: 'PHONE_CODE_INVALID' })
  })

  test('needs the present consent, and asks WeChat for nothing without it', async () => {
    const [code, openid] = [tapWith(aPhone()), anOpenid()]
    const consent = { kind: 'privacy', version: '2020-01' }
    expect(await enter(code, { openid }, { consent })).toEqual({ ok: false, code: 'CONSENT_OUTDATED' })
    expect(await enter(code, { openid })).toMatchObject({ ok: true })
  })

  test('a retry of the same command is answered alike, though WeChat answers a code once', async () => {
    const [code, openid, command] = [tapWith(aPhone()), anOpenid(), newCommandId()]
    const first = await enter(code, { openid }, {}, command)
    expect(first).toMatchObject({ ok: true })
    expect(await enter(code, { openid }, {}, command)).toEqual(first)
  })
})
