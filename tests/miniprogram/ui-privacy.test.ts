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

/** WeChat holds back a camera or an album until somebody has agreed. */
const useCamera = async () => {
  const answer = jest.fn()
  weapp.happen('NeedPrivacyAuthorization', answer, { referrer: 'chooseMedia' })
  await page.waitForText('用相机和相册之前')
  return answer
}

describe('before the camera is used for the first time', () => {
  test('somebody who agrees goes on, and WeChat learns which button was touched', async () => {
    const answer = await useCamera()
    await page.fire('#privacy-agree', 'agreeprivacyauthorization')
    await waitFor(() => expect(answer).toHaveBeenCalledWith({ event: 'agree', buttonId: 'privacy-agree' }))
    expect(page.says('用相机和相册之前')).toBe(false)
  })

  test('somebody who refuses goes on without it', async () => {
    const answer = await useCamera()
    await page.tap('#privacy-refuse')
    await waitFor(() => expect(answer).toHaveBeenCalledWith({ event: 'disagree' }))
    expect(page.says('用相机和相册之前')).toBe(false)
  })

  test('closing the sheet is a refusal', async () => {
    const answer = await useCamera()
    await page.tap('#privacy-close')
    await waitFor(() => expect(answer).toHaveBeenCalledWith({ event: 'disagree' }))
  })
})
