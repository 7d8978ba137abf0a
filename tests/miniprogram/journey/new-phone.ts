import type { HouseApart } from '../../support/house-apart'
import type { boot, Weapp } from '../support/harness'

/** A phone that was never used, with somebody's WeChat on it. Modules are loaded anew: nothing of the phone before is left. */
export async function newPhone(house: HouseApart, openid: string): Promise<Weapp> {
  jest.resetModules()
  const harness = (await import('../support/harness')) as { boot: typeof boot } // the same file, loaded anew
  return harness.boot({
    callFunction: (name, data) => house.ask('call', name, data, openid),
    uploadFile: (cloudPath, filePath) => house.ask('upload', cloudPath, Buffer.from(filePath).toString('base64')),
  })
}
