import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addressOf } from './support/address'
import { createCalls } from './support/calls'
import { builtRoutes } from './support/dist'

describe('the simulated phone', () => {
  test('says how to build the mini-program when it is not built', () => {
    const empty = mkdtempSync(join(tmpdir(), 'unbuilt-'))
    expect(() => builtRoutes(empty)).toThrow('npx taro build --type weapp')
  })

  test('reads urls as WeChat does', () => {
    expect(addressOf('/pages/a/index?x=1&y=%E5%9B%A2', undefined)).toEqual({
      route: 'pages/a/index',
      query: { x: '1', y: '团' },
    })
    expect(addressOf('../b/index', 'pages/a/index').route).toBe('pages/b/index')
  })

  test('answers by promise, and by callbacks to whoever gave some', async () => {
    const calls = createCalls()
    const refusal = calls.settle('scanCode', {}, () => {
      throw new Error('cancel')
    })
    await expect(refusal).rejects.toEqual({ errMsg: 'scanCode:fail cancel' })

    const fail = jest.fn()
    await calls.settle('scanCode', { fail }, () => Promise.reject(new Error('cancel')))
    expect(fail).toHaveBeenCalledWith({ errMsg: 'scanCode:fail cancel' })
    expect(calls.of('scanCode')).toHaveLength(2)
  })
})
