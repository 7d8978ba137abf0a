import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import { startTestCloud, type TestCloud } from './support/cloud'
import { temporaryFolder } from './support/folder'
import { connect, type Sdk } from './support/sdk'

let cloud: TestCloud
let sdk: Sdk
beforeAll(async () => {
  cloud = await startTestCloud()
  sdk = connect(cloud)
})
afterAll(() => cloud.close())
beforeEach(async () => {
  cloud.sandbox.realName.reset()
  await cloud.outbox.clear()
})

type Reply = Record<string, unknown>
const client = (version: string) =>
  new CommonClient('127.0.0.1', version, {
    credential: { secretId: 'AKIDlocal', secretKey: 'local' },
    region: 'ap-guangzhou',
    profile: { httpProfile: { endpoint: `127.0.0.1:${cloud.port}`, protocol: 'http://', reqTimeout: 10 } },
  })

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const idCard = (kind: string) => {
  const body = `44019920080808${kind}1`
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}
const check = async (kind: string, name = '张三') => {
  try {
    const reply = (await client('2018-03-01').request('IdCardVerification', {
      IdCard: idCard(kind),
      Name: name,
    })) as Reply
    return reply.Result
  } catch (thrown) {
    const { code } = thrown as { code?: string }
    return code ?? 'garbage'
  }
}

describe('the real-name check, through the official SDK', () => {
  it.each([
    ['00', ['0', '0']],
    ['90', ['-1', '-1', '-1']],
    ['91', ['-5', '0', '0']],
    ['92', ['-4', '-4', '0']],
    ['93', ['RequestLimitExceeded', '0']],
    ['96', ['-1', '0']],
  ])('answers a number of the kind %s with %j', async (kind, expected) => {
    const results: unknown[] = []
    for (const _ of expected) results.push(await check(kind))
    expect(results).toEqual(expected)
  })

  it('answers kind 95 with something that is no JSON', async () => {
    expect(await check('95')).toBe('garbage')
  })

  it('answers kind 94 late', async () => {
    const slow = check('94')
    const winner = await Promise.race([slow, check('00').then((result) => `first: ${result}`)])
    expect(winner).toBe('first: 0')
    expect(await slow).toBe('0')
  }, 15_000)

  it('refuses a number or a name that is none, free of charge', async () => {
    const wrong = (await client('2018-03-01').request('IdCardVerification', {
      IdCard: '440199200808080012',
      Name: '张三',
    })) as Reply
    expect(wrong).toMatchObject({ Result: '-2', Description: expect.stringContaining('非法身份证号') })
    expect(await check('00', 'x')).toBe('-3')
    expect(cloud.sandbox.realName.paidCalls()).toBe(0)
  })

  it('counts only calls that are charged', async () => {
    for (const kind of ['00', '90', '91', '92', '93', '95']) await check(kind)
    expect(cloud.sandbox.realName.paidCalls()).toBe(2)
  })

  it('can be scripted', async () => {
    cloud.sandbox.realName.script((_, name) => (name === '李四' ? { result: '-7' } : undefined))
    expect(await check('00', '李四')).toBe('-7')
    expect(await check('00')).toBe('0')
  })

  it('wants a signature, a known action and the right version', async () => {
    const post = async (headers: Record<string, string>) =>
      (await (
        await fetch(cloud.url, { method: 'POST', body: '{}', headers: { 'x-tc-timestamp': '1', ...headers } })
      ).json()) as { Response: { Error: { Code: string } } }
    expect(
      (await post({ 'x-tc-action': 'IdCardVerification', 'x-tc-version': '2018-03-01' })).Response.Error.Code,
    ).toBe('AuthFailure.SignatureFailure')
    expect((await post({ 'x-tc-action': 'Nothing', 'x-tc-version': '2018-03-01' })).Response.Error.Code).toBe(
      'InvalidAction',
    )
    await expect(client('2017-01-01').request('IdCardVerification', {})).rejects.toMatchObject({
      code: 'NoSuchVersion',
    })
  })
})

describe('an SMS', () => {
  it('lands in the outbox', async () => {
    const reply = (await client('2021-01-11').request('SendSms', {
      PhoneNumberSet: ['+8613800000000', 'nonsense'],
      TemplateId: '1001',
      TemplateParamSet: ['123456', '5'],
      SignName: '签名',
      SmsSdkAppId: '1400000000',
    })) as { SendStatusSet: Reply[] }
    expect(reply.SendStatusSet.map((status) => status.Code)).toEqual([
      'Ok',
      'InvalidParameterValue.IncorrectPhoneNumber',
    ])
    expect(await cloud.outbox.list()).toMatchObject([
      { channel: 'sms', to: '+8613800000000', template: '1001', data: ['123456', '5'], sign: '签名' },
    ])
  })
})

describe('WeChat', () => {
  const message = (touser: string) => ({
    touser,
    templateId: 'T1',
    page: 'pages/a',
    data: { thing1: { value: '内容' } },
  })

  it('delivers a subscribe message to the outbox, newest first', async () => {
    expect(await sdk.openapi.subscribeMessage?.send?.(message('oOne'))).toMatchObject({ errCode: 0 })
    await sdk.openapi.subscribeMessage?.send?.(message('oTwo'))
    expect(await cloud.outbox.list()).toMatchObject([
      { channel: 'wechat', to: 'oTwo', template: 'T1', data: { thing1: { value: '内容' } } },
      { to: 'oOne' },
    ])
    const listed = await (await fetch(`${cloud.url}/outbox.json`)).json()
    expect(listed).toHaveLength(2)
    await fetch(`${cloud.url}/outbox.json`, { method: 'DELETE' })
    expect(await cloud.outbox.list()).toEqual([])
  })

  it('tells when the user has refused', async () => {
    cloud.sandbox.refuseMessages('oNo')
    await expect(sdk.openapi.subscribeMessage?.send?.(message('oNo'))).rejects.toMatchObject({ errCode: 43101 })
    cloud.sandbox.allowMessages('oNo')
    await expect(sdk.openapi.subscribeMessage?.send?.(message('oNo'))).resolves.toMatchObject({ errCode: 0 })
  })

  it('tells the phone number behind a code once', async () => {
    cloud.sandbox.phoneCodes.set('code1', '13800000000')
    const ask = (code: string) => sdk.openapi.phonenumber?.getPhoneNumber?.({ code })
    expect(await ask('code1')).toMatchObject({ phoneInfo: { purePhoneNumber: '13800000000', countryCode: '86' } })
    await expect(ask('code1')).rejects.toMatchObject({ errCode: 40029 })
    expect(await ask('sandbox:13800000001')).toMatchObject({ phoneInfo: { phoneNumber: '13800000001' } })
  })

  it('checks content', async () => {
    const suggest = async (content: string) =>
      ((await sdk.openapi.security?.msgSecCheck?.({ content, version: 2, scene: 1, openid: 'o' }))?.result as Reply)
        .suggest
    expect([await suggest('你好'), await suggest('有违规词')]).toEqual(['pass', 'risky'])
  })

  it('draws a real picture of a code', async () => {
    const code = await sdk.openapi.wxacode?.getUnlimited?.({ scene: 't=abc', page: 'pages/a' })
    expect(code?.contentType).toBe('image/png')
    const bytes = Buffer.from(code?.buffer as Uint8Array)
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(300)
    await expect(sdk.openapi.wxacode?.getUnlimited?.({ scene: 'x'.repeat(33) })).rejects.toMatchObject({
      errCode: 40129,
    })
  })

  it('answers callOpenAPI too, and knows no other call', async () => {
    await expect(sdk.openapi.nothing?.here?.({})).rejects.toMatchObject({ errCode: -604100 })
  })

  it('refuses a function that has not declared the call', async () => {
    await expect(cloud.invoke('order', { send: true })).rejects.toThrow(/-604101/)
    expect(await cloud.invoke('echo', { send: true })).toMatchObject({ errCode: 0 })
  })
})

describe('the outbox', () => {
  it('survives a restart and keeps the newest 500', async () => {
    const dir = temporaryFolder()
    const first = await startTestCloud({ dir })
    const send = (i: number) =>
      connect(first).openapi.subscribeMessage?.send?.({ touser: `o${i}x`, templateId: 'T', data: {} })
    for (let i = 0; i < 505; i++) await send(i)
    await first.close()
    const second = await startTestCloud({ dir })
    const entries = await second.outbox.list()
    await second.close()
    expect(entries).toHaveLength(500)
    expect([entries[0]?.to, entries[499]?.to]).toEqual(['o504x', 'o5x'])
  }, 20_000)
})
