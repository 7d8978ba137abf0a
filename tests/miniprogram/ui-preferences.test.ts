import { boot, type Weapp } from './support/harness'
import { waitFor } from './support/wait-for'

let weapp: Weapp

beforeAll(async () => {
  weapp = await boot({ phone: { fontSizeSetting: 26 } })
})

afterAll(() => weapp.close())

describe('somebody whose WeChat has very large letters', () => {
  test('finds 长辈版 on, in its largest size', async () => {
    const page = await weapp.open('pages/entry/index')
    await page.waitForText('智慧团建')
    expect(page.has('.is-elder')).toBe(true)
    expect(page.has('.is-elder-max')).toBe(true)
  })

  test('may turn it off here, and that outweighs WeChat', async () => {
    const page = await weapp.open('pages/entry/index')
    await page.waitForText('智慧团建')
    await page.tap('#elder')
    await waitFor(() => expect(page.has('.is-elder')).toBe(false))

    const again = await weapp.open('pages/entry/index')
    await again.waitForText('智慧团建')
    expect(again.has('.is-elder')).toBe(false)
  })
})
