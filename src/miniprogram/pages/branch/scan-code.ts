import Taro from '@tarojs/taro'
import { tokenIn } from './token-in'

/** Opens WeChat's scanner: the code found, an empty text for another kind of code, nothing when it was closed. */
export async function scanCode(): Promise<string | undefined> {
  const closed = () => undefined
  const scanned = await Taro.scanCode({ scanType: ['qrCode', 'wxCode'] } as Taro.scanCode.Option).catch(closed) // typings lack wxCode
  if (!scanned) return undefined
  // a WeChat code carries its page in `path`, a plain one its text in `result`
  return tokenIn(scanned.path ?? '') ?? tokenIn(scanned.result ?? '') ?? ''
}
