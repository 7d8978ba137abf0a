import Taro from '@tarojs/taro'
import { scanCode } from '../branch/scan-code'

const BRANCH = '/pages/branch/index'

/** Scans a branch's code and opens the branch; a browser has no scanner, there the code is typed on the branch's page. */
export async function scan() {
  if (process.env.TARO_ENV !== 'weapp') return Taro.navigateTo({ url: BRANCH })
  const code = await scanCode()
  if (code === undefined) return
  if (!code) return Taro.showToast({ title: '这不是支部的报到码', icon: 'none' })
  return Taro.navigateTo({ url: `${BRANCH}?scene=${code}` })
}
