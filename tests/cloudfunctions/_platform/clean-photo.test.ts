import { imageSize } from 'image-size'
import { cleanPhoto } from '../../../cloudfunctions/_platform/photos/clean-photo'
import { aComment, aJpeg, anExif, aPng, pngChunk } from '../support/pictures'
import { codeOf, valueOf } from '../support/journey'

const SECRET = 'GPS 23.1291 113.2644'

describe('a photo that is a photo', () => {
  test.each([
    ['a JPEG', aJpeg(), 'jpg'],
    ['a PNG', aPng(), 'png'],
  ])('%s is taken, and cleaning it again changes nothing', (_name, bytes, extension) => {
    const cleaned = valueOf(cleanPhoto(bytes))
    expect(cleaned.extension).toBe(extension)
    expect(valueOf(cleanPhoto(cleaned.content)).content).toEqual(cleaned.content)
  })

  test.each([
    ['EXIF of a JPEG', aJpeg({ extra: [anExif(1, SECRET)] })],
    ['a comment of a JPEG', aJpeg({ extra: [aComment(SECRET)] })],
    ['what hangs behind the end of a JPEG', aJpeg({ tail: Buffer.from(SECRET) })],
    ['text of a PNG', aPng({ extra: [pngChunk('tEXt', Buffer.from(`Comment\0${SECRET}`))] })],
    ['EXIF of a PNG', aPng({ extra: [pngChunk('eXIf', Buffer.from(SECRET))] })],
    ['what hangs behind the end of a PNG', aPng({ tail: Buffer.from(SECRET) })],
  ])('loses %s', (_name, bytes) => {
    expect(bytes.includes(SECRET)).toBe(true)
    expect(valueOf(cleanPhoto(bytes)).content.includes(SECRET)).toBe(false)
  })

  test('keeps the way up, and nothing else of its EXIF', () => {
    const { content } = valueOf(cleanPhoto(aJpeg({ extra: [anExif(6, SECRET)] })))
    expect(imageSize(content).orientation).toBe(6)
    expect(content.includes(SECRET)).toBe(false)
  })
})

describe('what is no photo, or too much of one', () => {
  test.each([
    ['nothing', Buffer.alloc(0), 'PHOTO_TYPE'],
    ['a PDF', Buffer.from('%PDF-1.7 and so on and on'), 'PHOTO_TYPE'],
    ['a GIF', Buffer.from('GIF89a..........'), 'PHOTO_TYPE'],
    ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'PHOTO_TYPE'],
    ['a script', Buffer.from('<script>alert(1)</script>'), 'PHOTO_TYPE'],
    ['a JPEG that only begins', Buffer.from('ffd8ff', 'hex'), 'PHOTO_BROKEN'],
    ['a JPEG without an end', aJpeg({ cut: true }), 'PHOTO_BROKEN'],
    ['a PNG cut in the middle', aPng().subarray(0, 50), 'PHOTO_BROKEN'],
    ['a PNG that claims 30,000 by 30,000', aPng({ width: 30_000, height: 30_000 }), 'PHOTO_TOO_MANY_PIXELS'],
    ['a JPEG that claims 6,000 by 5,000', aJpeg({ width: 6_000, height: 5_000 }), 'PHOTO_TOO_MANY_PIXELS'],
    ['more than 5 MB', Buffer.concat([aPng(), Buffer.alloc(5 * 1024 * 1024)]), 'PHOTO_TOO_LARGE'],
  ])('%s is refused', (_name, bytes, code) => {
    expect(codeOf(cleanPhoto(bytes))).toBe(code)
  })

  test('a JPEG cut at any byte is refused and never hangs', () => {
    const whole = aJpeg({ extra: [anExif(6, SECRET)] })
    for (let length = 0; length < whole.length; length += 1) {
      expect(codeOf(cleanPhoto(whole.subarray(0, length)))).not.toBe('OK')
    }
  })
})
