import Taro from '@tarojs/taro'

export const SIZES = ['regular', 'elder', 'max'] as const
export type Size = (typeof SIZES)[number]

export const SIZE_NAMES: Record<Size, string> = { regular: '标准', elder: '长辈版', max: '长辈版，特大字' }

/** WeChat's own font size in px, 16 or 17 as delivered; from 20 on its owner wants large letters. */
export const sizeFromFont = (px: number | undefined): Size => {
  if (!px || px < 20) return 'regular'
  return px < 24 ? 'elder' : 'max'
}

/** The size that WeChat's settings ask for. */
export const sizeOfWeChat = (): Size => {
  if (process.env.TARO_ENV !== 'weapp') return 'regular'
  // Taro's type lags behind: WeChat answers it since base library 2.23.4.
  const { fontSizeSetting } = Taro.getAppBaseInfo() as { fontSizeSetting?: number }
  return sizeFromFont(fontSizeSetting)
}
