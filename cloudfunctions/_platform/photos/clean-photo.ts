import { imageSize } from 'image-size'
import { PHOTOS } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { cleanJpeg } from './jpeg'
import { cleanPng } from './png'
import { cleanWebp } from './webp'

export type CleanPhoto = { content: Buffer; extension: 'jpg' | 'png' | 'webp'; width: number; height: number }
export type PhotoRefusal = 'PHOTO_TYPE' | 'PHOTO_TOO_LARGE' | 'PHOTO_TOO_MANY_PIXELS' | 'PHOTO_BROKEN'

const CLEANERS: Readonly<
  Record<
    string,
    { extension: CleanPhoto['extension']; magic: RegExp; clean: (bytes: Buffer, orientation?: number) => Buffer }
  >
> = {
  jpg: { extension: 'jpg', magic: /^ffd8ff/, clean: cleanJpeg },
  png: { extension: 'png', magic: /^89504e470d0a1a0a/, clean: cleanPng },
  webp: { extension: 'webp', magic: /^52494646.{8}57454250/, clean: cleanWebp },
}

/**
 * Checks a photo by its bytes and takes out everything but the picture: type by signature, 5 MB, pixels from the header
 * before anything is decoded. Nothing here decodes; what cannot be walked through is refused.
 */
export function cleanPhoto(bytes: Buffer): Outcome<CleanPhoto, PhotoRefusal> {
  if (bytes.length > PHOTOS.maxBytes) return refuse('PHOTO_TOO_LARGE')
  const signature = bytes.toString('hex', 0, 12)
  const cleaner = Object.values(CLEANERS).find(({ magic }) => magic.test(signature))
  if (!cleaner) return refuse('PHOTO_TYPE')

  try {
    const { width, height, orientation } = imageSize(bytes)
    if (width < 1 || height < 1) return refuse('PHOTO_BROKEN')
    if (width * height > PHOTOS.maxPixels) return refuse('PHOTO_TOO_MANY_PIXELS')
    return accept({ content: cleaner.clean(bytes, orientation), extension: cleaner.extension, width, height })
  } catch {
    // header or segments could not be read: the library and the walkers throw for each of the many ways to be broken
    return refuse('PHOTO_BROKEN')
  }
}
