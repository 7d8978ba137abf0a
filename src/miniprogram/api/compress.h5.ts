import { PHOTOS } from '#domain/limits'

const QUALITIES = [0.85, 0.7, 0.5]

const jpegOf = (canvas: HTMLCanvasElement, quality: number) =>
  new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))

const draw = async (filePath: string) => {
  const picture = await createImageBitmap(await (await fetch(filePath)).blob())
  const scale = Math.min(1, PHOTOS.clientLongestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(picture.width * scale)
  canvas.height = Math.round(picture.height * scale)
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** A smaller copy of a photo. What cannot be made smaller goes as it is: the server has the last word. */
export async function compressPhoto(filePath: string): Promise<string> {
  try {
    const canvas = await draw(filePath)
    let smallest: Blob | null = null
    for (const quality of QUALITIES) {
      smallest = await jpegOf(canvas, quality)
      if (smallest && smallest.size <= PHOTOS.clientBytes) break
    }
    return smallest ? URL.createObjectURL(smallest) : filePath
  } catch {
    return filePath
  }
}
