import Taro from '@tarojs/taro'
import { codeFrom } from '../../lib/scanned-code'

const BRANCH = '/pages/branch/index'

/** Scans a branch's code and opens the branch; a browser has no camera for that, there the code is typed on the branch's page. */
export async function scan() {
  if (process.env.TARO_ENV !== 'weapp') return Taro.navigateTo({ url: BRANCH })
  // Closing the camera is an answer too, not an error.
  const scanned = await Taro.scanCode({}).catch(() => undefined)
  if (!scanned) return
  const code = codeFrom(scanned)
  if (!code) return Taro.showToast({ title: '这不是支部的报到码', icon: 'none' })
  return Taro.navigateTo({ url: `${BRANCH}?scene=${encodeURIComponent(code)}` })
}
