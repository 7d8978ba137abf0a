import { AbortController } from '../../../src/miniprogram/lib/abort-controller'

describe('the stand-in for AbortController', () => {
  test('tells every listener once, and those who left not at all', () => {
    const controller = new AbortController()
    const heard: string[] = []
    const leave = () => heard.push('left')
    controller.signal.addEventListener('abort', () => heard.push('stayed'))
    controller.signal.addEventListener('abort', leave)
    controller.signal.removeEventListener('abort', leave)

    controller.abort('enough')
    controller.abort('again')

    expect(heard).toEqual(['stayed'])
    expect(controller.signal).toMatchObject({ aborted: true, reason: 'enough' })
  })

  test('is not aborted before anybody says so', () => {
    expect(new AbortController().signal.aborted).toBe(false)
  })
})
