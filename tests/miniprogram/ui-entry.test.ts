import { boot, type Weapp } from './support/harness'
import type { Page } from './support/page'
import { waitFor } from './support/wait-for'

let weapp: Weapp
let page: Page

beforeAll(async () => {
  weapp = await boot()
})

beforeEach(async () => {
  page = await weapp.open('pages/entry/index')
  await page.waitForText('智慧团建')
})

afterAll(() => weapp.close())

describe('the entry page', () => {
  test('has two doors, and a screen reader is told what is behind each', () => {
    expect(page.attribute('#door-member', 'aria-label')).toBe('我是团员，报到、看资料、转接团组织关系')
    expect(page.attribute('#door-cadre', 'aria-label')).toBe('我是团干部，审核资料、办理转接、查询与会话')
    expect(page.attribute('#door-member', 'aria-role')).toBe('button')
  })

  test('opens the home page for members', async () => {
    await page.tap('#door-member')
    await weapp.arriveAt('pages/home/index')
  })

  test('opens the choice of organisation for cadres', async () => {
    await page.tap('#door-cadre')
    await weapp.arriveAt('cadre/pages/choose/index')
  })

  test('opens the branch whose code was scanned', async () => {
    await page.tap('#scan')
    const branch = await weapp.arriveAt('pages/branch/index')
    expect(branch.instance.options).toEqual({ scene: 'code-of-a-branch-22chr' })
  })

  test('says so when what was scanned is no code of a branch', async () => {
    weapp.answers.scanCode = () => ({ result: 'https://example.com/' })
    await page.tap('#scan')
    await waitFor(() => expect(weapp.calls.of('showToast').at(-1)).toMatchObject({ title: '这不是支部的报到码' }))
    expect(weapp.top().route).toBe('pages/entry/index')
  })

  test('turns 长辈版 on and off, and the phone remembers it', async () => {
    expect(page.attribute('#elder', 'aria-checked')).toBe('false')

    await page.tap('#elder')
    await waitFor(() => expect(page.attribute('#elder', 'aria-checked')).toBe('true'))
    expect(page.has('.is-elder')).toBe(true)
    expect([...weapp.storage.values()].join()).toContain('elder')

    await page.tap('#elder')
    await waitFor(() => expect(page.has('.is-elder')).toBe(false))
  })

  test('paints little: one setData opens it, one turns 长辈版 on', async () => {
    weapp.paints.clear()
    page = await weapp.open('pages/entry/index')
    await page.waitForText('智慧团建')
    expect(weapp.paints.count()).toBeLessThanOrEqual(2)
    expect(weapp.paints.bytes()).toBeLessThan(24_000)

    weapp.paints.clear()
    await page.tap('#elder')
    await waitFor(() => expect(page.has('.is-elder')).toBe(true))
    expect(weapp.paints.count()).toBe(1)
    expect(weapp.paints.bytes()).toBeLessThan(2_000)
    await page.tap('#elder')
  })
})
