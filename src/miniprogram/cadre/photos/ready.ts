import { PHOTOS, TEXT } from '#domain/limits'
import { lacks } from '../reason/text'

type Offline = { explanation: string; photos: number; waiting: boolean; failed: boolean; confirmed: boolean }

/** What an offline verification still needs, the first thing first; nothing when it can be sent. */
export const offlineLacks = ({ explanation, photos, waiting, failed, confirmed }: Offline): string | undefined => {
  const words = lacks(explanation, TEXT.explanation)
  if (words) return `核验说明${words}`
  if (waiting) return '等照片传完'
  if (failed) return '有照片没传上去，再试一次或移除'
  if (photos < PHOTOS.proofCount.min) return '至少加 1 张照片'
  return confirmed ? undefined : '请勾选「我已见到本人和证件原件」'
}
