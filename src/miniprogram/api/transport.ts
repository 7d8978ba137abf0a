import Taro from '@tarojs/taro'
import { accept, refuse } from '#domain/outcome'
import { readOutcome, type Wire } from './wire'

let opened = false
/** Opened at the first call: the cloud environment is the one that the program was released with. */
const cloud = () => {
  if (!opened) Taro.cloud.init({ traceUser: false })
  opened = true
  return Taro.cloud
}

// WeChat tells a dead network and a dead function apart by words only.
const NETWORK = /request:fail|timeout|time out|network|ERR_|offline|interrupted/i
const messageOf = (fault: unknown) =>
  typeof fault === 'object' && fault !== null && 'errMsg' in fault ? String(fault.errMsg) : String(fault)
const failed = (fault: unknown) => refuse(NETWORK.test(messageOf(fault)) ? 'OFFLINE' : 'INTERNAL')

/** The only user of Taro.cloud. */
export const wire: Wire = {
  callFunction: (name, envelope) =>
    cloud()
      .callFunction({ name, data: envelope })
      .then(({ result }) => readOutcome(result), failed),
  putFile: (cloudPath, filePath) =>
    cloud()
      .uploadFile({ cloudPath, filePath })
      .then(({ fileID }) => accept({ fileId: fileID }), failed),
}
