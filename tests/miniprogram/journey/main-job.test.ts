import { sampleIdNumber } from '../../../src/demo/sample-id'
import { openHouseApart, type HouseApart } from '../../support/house-apart'
import type { Weapp } from '../support/harness'
import type { Page } from '../support/page'
import { newPhone } from './new-phone'

jest.setTimeout(120_000)

const MEMBER = {
  openid: 'wechat-of-zhou',
  phone: '13900000001',
  name: '周予安',
  idNumber: sampleIdNumber('2007-05-17', '002'),
}

let house: HouseApart
let weapp: Weapp

beforeAll(async () => {
  house = await openHouseApart()
})

afterAll(async () => {
  weapp?.close()
  await house?.close()
})

/** The page on top, once it is this one and says these words. */
async function at(route: string, words: string): Promise<Page> {
  const page = await weapp.arriveAt(route)
  await page.waitForText(words)
  return page
}

describe('a freshman in WeChat', () => {
  beforeAll(async () => {
    await house.ask('phoneCode', 'code-of-zhou', MEMBER.phone)
    weapp = await newPhone(house, MEMBER.openid)
  })

  test('scans the code of the branch and sees which one it is', async () => {
    const branch = await weapp.open(`pages/branch/index?scene=${house.facts.code}`)
    await branch.waitForText(house.facts.branch.shortName)
    await branch.waitForText('林晓禾')
    await branch.tap('#branch-start')
    await at('pages/login/index', '微信手机号一键登录')
  })

  test('enters with one tap, after the consent and not before', async () => {
    const login = await at('pages/login/index', '微信手机号一键登录')
    await login.tap('#login-wechat')
    await login.waitForText('同意后再登录')
    await login.tap('#login-consent')
    await login.fire('#login-wechat', 'getphonenumber', { code: 'code-of-zhou' })
    await at('pages/arrival/index', '你从哪里来')
  })

  test('fills in the four pages; the number tells birth date, sex and province', async () => {
    const arrival = await at('pages/arrival/index', '你从哪里来')
    await arrival.tap('#arrival-inProvince')

    const form = await at('pages/form/index', '身份证号')
    await form.type('#form-name', MEMBER.name)
    await form.type('#form-idNumber', MEMBER.idNumber)
    await form.waitForText('2007年5月17日')
    await form.waitForText('广东省')
    await form.tap('#form-next')

    await form.waitForText('入团年月')
    await form.fire('#form-joinedMonth', 'change', { value: '2021-05' })
    await form.type('#form-joinedUnit', '示例中学')
    await form.type('#form-memberNumber', '202100000001')
    await form.tap('#form-next')

    await form.waitForText('最高学历')
    await form.type('#form-unit', '示例大学')
    await form.tap('#form-next')
    await form.waitForText('确认无误，交给支部')
    expect(JSON.stringify([...weapp.storage])).not.toContain(MEMBER.idNumber)
  })

  test('agrees to the messages and hands it in', async () => {
    const form = await at('pages/form/index', '确认无误，交给支部')
    await form.tap('#form-consent')
    await form.tap('#form-submit')
    const waiting = await at('pages/waiting/index', '已交给支部')
    await waiting.waitForText('实名校验')
    expect(weapp.calls.of('requestSubscribeMessage')).toHaveLength(1)
  })
})

describe('the operator in WeChat', () => {
  beforeAll(async () => {
    await house.ask('runTimer')
    weapp.close()
    weapp = await newPhone(house, house.facts.operator.openid)
  })

  test('goes through the second door to the workbench, reads the application and approves it', async () => {
    const entry = await weapp.open('pages/entry/index')
    await entry.waitForText('我是团干部')
    await entry.tap('#door-cadre')
    const workbench = await at('cadre/pages/workbench/index', '资料审核')
    await workbench.waitForText(house.facts.branch.shortName)
    await workbench.tap('#tile-waiting')

    const queue = await at('cadre/pages/queue/index', MEMBER.name)
    await queue.tap(rowOf(queue))
    const detail = await at('cadre/pages/detail/index', '实名校验通过')
    expect(detail.says(MEMBER.idNumber)).toBe(false)
    await detail.tap('#approve')
    await at('cadre/pages/queue/index', '都审完了')
    expect(weapp.calls.of('showModal').at(-1)).toMatchObject({ title: `通过 ${MEMBER.name}` })
  })
})

describe('the freshman, once more', () => {
  beforeAll(async () => {
    await house.ask('runTimer')
    weapp.close()
    weapp = await newPhone(house, MEMBER.openid)
  })

  test('is a member, on another phone of the same WeChat, too', async () => {
    const home = await weapp.open('pages/home/index')
    await home.waitForText(`${MEMBER.name}，你好`)
    await home.waitForText('已报到')
    await home.tap('#home-profile')
    const profile = await at('pages/profile/index', '示例中学')
    expect(profile.says('202100000001')).toBe(false)
  })

  test('was told by a message of WeChat', async () => {
    const messages = await house.ask('messages')
    expect(messages.filter(({ channel, to }) => channel === 'wechat' && to === MEMBER.openid)).toHaveLength(1)
  })
})

/** The row of the one who waits, whatever the person's id is. */
const rowOf = (queue: Page) => {
  const row = queue.all('.rv-body')[0]
  if (!row) throw new Error(`nobody waits: ${queue.text()}`)
  return row
}
