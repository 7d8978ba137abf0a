import Taro from '@tarojs/taro'
import { PHOTOS } from '#domain/limits'

const QUALITIES = [80, 60, 40]

const sizeOf = (filePath: string) =>
  new Promise<number>((resolve) => {
    const success = ({ size }: { size: number }) => resolve(size)
    Taro.getFileSystemManager().getFileInfo({ filePath, success, fail: () => resolve(Infinity) })
  })

/** The longest side that fits; WeChat keeps the proportions when only one is given. */
const frameOf = async (src: string) => {
  const { width, height } = await Taro.getImageInfo({ src })
  const longest = PHOTOS.clientLongestSide
  if (Math.max(width, height) <= longest) return {}
  return width >= height ? { compressedWidth: longest } : { compressedHeight: longest }
}

/** A smaller copy of a photo. What cannot be made smaller goes as it is: the server has the last word. */
export async function compressPhoto(filePath: string): Promise<string> {
  try {
    const frame = await frameOf(filePath)
    let smallest = filePath
    for (const quality of QUALITIES) {
      smallest = (await Taro.compressImage({ src: filePath, quality, ...frame })).tempFilePath
      if ((await sizeOf(smallest)) <= PHOTOS.clientBytes) break
    }
    return smallest
  } catch {
    return filePath
  }
}
