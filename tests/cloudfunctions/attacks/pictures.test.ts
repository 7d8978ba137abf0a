import { imageSize } from 'image-size'
import { cleanPhoto } from '../../../cloudfunctions/_platform/photos/clean-photo'
import { codeOf, openJourney, anApplicant, valueOf, type Journey } from '../support/journey'
import { aComment, aJpeg, anExif, aPng, pngChunk } from '../support/pictures'

const SECRET = '<script>alert(1)</script>'
const secret = Buffer.from(SECRET)
const hex = (text: string) => Buffer.from(text, 'hex')
const jpegSegment = (marker: string, length: number, body = Buffer.alloc(0)) =>
  Buffer.concat([hex(`ff${marker}${length.toString(16).padStart(4, '0')}`), body])
const webp = (type: string, body: Buffer, claimed = body.length) => {
  const head = Buffer.alloc(20)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(12 + body.length, 4)
  head.write(`WEBP${type}`, 8, 'latin1')
  head.writeUInt32LE(claimed, 16)
  return Buffer.concat([head, body])
}
const lossy = hex('300100' + '9d012a' + '1000' + '1000' + '00'.repeat(20))
const animated = Buffer.concat([
  hex('02000000' + '0f0000' + '0f0000'),
  Buffer.from('ANIM'),
  hex('06000000'),
  Buffer.alloc(6),
])
const changed = (bytes: Buffer, at: number, value: number) => {
  const copy = Buffer.from(bytes)
  copy[at] = value
  return copy
}

/** Whatever begins like something else is no photo, whatever its name says. */
const OTHER_FILES: readonly [string, Buffer][] = [
  ['nothing', Buffer.alloc(0)],
  ['one byte', hex('ff')],
  ['a megabyte of zeros', Buffer.alloc(1_000_000)],
  ['GIF', Buffer.from('GIF89a\u0001\u0000\u0001\u0000')],
  ['a GIF that is a program as well', Buffer.from('GIF89a=1;alert(1)//')],
  ['SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['SVG behind a byte order mark', Buffer.from('\ufeff<?xml version="1.0"?><svg/>')],
  ['HEIC', hex('0000001866747970686569630000000068656963')],
  ['AVIF', hex('0000001c667479706176696600000000')],
  ['BMP', hex('424d460000000000000036000000')],
  ['TIFF, little end first', hex('49492a0008000000')],
  ['TIFF, big end first', hex('4d4d002a00000008')],
  ['an icon', hex('000001000100101000000000')],
  ['PDF', Buffer.from('%PDF-1.7\n1 0 obj')],
  ['ZIP', hex('504b0304140000000800')],
  ['a program for Linux', hex('7f454c46020101')],
  ['a program for Windows', Buffer.from('MZ\u0090\u0000')],
  ['HTML', Buffer.from('<!doctype html><script>alert(1)</script>')],
  ['PHP', Buffer.from('<?php system($_GET[0]);')],
  ['JSON', Buffer.from('{"a":1}')],
  ['MP4', hex('00000020667479706d703432')],
  ['a JPEG behind a space', Buffer.concat([Buffer.from(' '), aJpeg()])],
  ['a PNG behind a line break', Buffer.concat([Buffer.from('\n'), aPng()])],
  ['a PNG without its line endings', changed(aPng(), 4, 0x0a)],
  ['RIFF that holds sound', Buffer.from('RIFF\u0010\u0000\u0000\u0000WAVEfmt ')],
  ['PSD', Buffer.from('8BPS\u0000\u0001')],
  ['JPEG 2000', hex('0000000c6a5020200d0a870a')],
  ['JPEG XL', hex('ff0a0000')],
]

const BROKEN: readonly [string, Buffer][] = [
  ['a JPEG of its first three bytes', hex('ffd8ff')],
  ['a JPEG of beginning and end', hex('ffd8ffd9')],
  ['a JPEG without a frame', Buffer.concat([hex('ffd8'), jpegSegment('db', 4, hex('0000')), hex('ffd9')])],
  [
    'a JPEG whose segment is longer than the file',
    Buffer.concat([hex('ffd8'), jpegSegment('e0', 0xffff), hex('ffd9')]),
  ],
  ['a JPEG whose segment has no length', Buffer.concat([hex('ffd8'), jpegSegment('e0', 0), hex('ffd9')])],
  ['a JPEG whose segment is shorter than its length', Buffer.concat([hex('ffd8'), jpegSegment('e0', 1), hex('ffd9')])],
  [
    'a JPEG with rubbish between its segments',
    Buffer.concat([aJpeg().subarray(0, 71), Buffer.from('rubbish'), aJpeg().subarray(71)]),
  ],
  ['a JPEG without an end', aJpeg({ cut: true })],
  ['a JPEG of no width', aJpeg({ width: 0 })],
  ['a JPEG of no height', aJpeg({ height: 0 })],
  ['a JPEG of fill bytes alone', Buffer.concat([hex('ffd8'), Buffer.alloc(5_000, 0xff)])],
  ['a PNG without chunks', aPng().subarray(0, 8)],
  ['a PNG of no width', aPng({ width: 0 })],
  ['a PNG of no height', aPng({ height: 0 })],
  ['a PNG whose first chunk is no head', Buffer.concat([aPng().subarray(0, 8), pngChunk('IDAT', Buffer.alloc(4))])],
  ['a PNG whose chunk is longer than the file', changed(aPng(), 33, 0x7f)],
  ['a PNG cut before its end', aPng().subarray(0, aPng().length - 12)],
  ['a WebP of its head alone', Buffer.from('RIFF\u0004\u0000\u0000\u0000WEBP')],
  ['a WebP whose chunk is longer than the file', webp('VP8 ', lossy, 0x7fffffff)],
  ['a WebP that moves', webp('VP8X', animated)],
  ['a WebP without a picture', webp('EXIF', secret)],
  ['a WebP of no size', webp('VP8 ', Buffer.concat([hex('300100' + '9d012a'), Buffer.alloc(4)]))],
]

const TOO_MUCH: readonly [string, Buffer, string][] = [
  ['a PNG that claims 30,000 by 30,000', aPng({ width: 30_000, height: 30_000 }), 'PHOTO_TOO_MANY_PIXELS'],
  ['a PNG that claims four thousand millions by one', aPng({ width: 0xffffffff, height: 1 }), 'PHOTO_TOO_MANY_PIXELS'],
  ['a JPEG that claims 65,535 by 65,535', aJpeg({ width: 65_535, height: 65_535 }), 'PHOTO_TOO_MANY_PIXELS'],
  ['a JPEG of one pixel more than is taken', aJpeg({ width: 5_001, height: 5_000 }), 'PHOTO_TOO_MANY_PIXELS'],
  [
    'one byte more than 5 MB',
    Buffer.concat([aJpeg(), Buffer.alloc(5 * 1024 * 1024 + 1 - aJpeg().length)]),
    'PHOTO_TOO_LARGE',
  ],
]

/** Photos that are something else as well: what else they are does not survive. */
const POLYGLOTS: readonly [string, Buffer][] = [
  ['a JPEG with a page behind it', aJpeg({ tail: secret })],
  ['a JPEG with a page in a comment', aJpeg({ extra: [aComment(SECRET)] })],
  ['a JPEG with a page in its EXIF', aJpeg({ extra: [anExif(1, SECRET)] })],
  ['a JPEG with a page in its EXIF, turned', aJpeg({ extra: [anExif(6, SECRET)] })],
  ['a JPEG with a page in XMP', aJpeg({ extra: [jpegSegment('e1', secret.length + 2, secret)] })],
  ['a JPEG with a page in a colour profile', aJpeg({ extra: [jpegSegment('e2', secret.length + 2, secret)] })],
  ['a JPEG with a page for Photoshop', aJpeg({ extra: [jpegSegment('ed', secret.length + 2, secret)] })],
  ['a JPEG with a ZIP behind it', aJpeg({ tail: Buffer.concat([hex('504b0304'), secret]) })],
  ['a JPEG with a second picture behind it', aJpeg({ tail: Buffer.concat([aJpeg(), secret]) })],
  ['a PNG with a page behind it', aPng({ tail: secret })],
  ['a PNG with a page as text', aPng({ extra: [pngChunk('tEXt', Buffer.from(`a\0${SECRET}`))] })],
  ['a PNG with a page as international text', aPng({ extra: [pngChunk('iTXt', secret)] })],
  ['a PNG with a page in its EXIF', aPng({ extra: [pngChunk('eXIf', secret)] })],
  ['a PNG with a page in a chunk of its own', aPng({ extra: [pngChunk('teSt', secret)] })],
]

test('these are more than sixty', () => {
  expect(OTHER_FILES.length + BROKEN.length + TOO_MUCH.length + POLYGLOTS.length).toBeGreaterThan(60)
})

test.each(OTHER_FILES)('%s is no photo', (_name, bytes) => {
  expect(codeOf(cleanPhoto(bytes))).toBe('PHOTO_TYPE')
})

test.each(BROKEN)('%s is broken', (_name, bytes) => {
  expect(codeOf(cleanPhoto(bytes))).toBe('PHOTO_BROKEN')
})

test.each(TOO_MUCH)('%s is refused by its head, before anything is decoded', (_name, bytes, code) => {
  expect(codeOf(cleanPhoto(bytes))).toBe(code)
})

test.each(POLYGLOTS)('%s is a photo and nothing else afterwards', (_name, bytes) => {
  expect(bytes.includes(SECRET)).toBe(true)
  const { content } = valueOf(cleanPhoto(bytes))
  expect(content.includes(SECRET)).toBe(false)
  expect(imageSize(content)).toMatchObject(bytes[0] === 0xff ? { width: 16 } : { width: 2 })
})

describe('a file id', () => {
  let journey: Journey
  beforeAll(async () => void (journey = await openJourney()))
  afterAll(() => journey.stage.close())

  test.each([
    ['of the path alone', (path: string) => `/${path}`],
    ['with a way up', (path: string) => `cloud://local-env.6c6f-local-env-1300000000/a/../${path}`],
    ['of another environment', (path: string) => `cloud://other.6c6f-other-1300000000/${path}`],
    ['of the web', (path: string) => `https://example.com/${path}`],
    ['of a file', (path: string) => `file:///${path}`],
    ['of another folder', (path: string) => `cloud://local-env.6c6f-local-env-1300000000/proof/${path}`],
    ['with an end', (path: string) => `cloud://local-env.6c6f-local-env-1300000000/${path}\u0000.jpg`],
  ])('%s names nothing that can be added', async (_name, idOf) => {
    const applicant = await anApplicant(journey)
    const { files } = await import('../../../cloudfunctions/_platform/cloud')
    const place = valueOf(
      await journey.ask<{ ticket: string; cloudPath: string }>('checkin', 'startLetterPhoto', {}, applicant),
    )
    await files.put(place.cloudPath, aJpeg())
    const input = { ticket: place.ticket, fileId: idOf(place.cloudPath) }
    expect(codeOf(await journey.ask('checkin', 'addLetterPhoto', input, applicant))).toBe('NOT_FOUND')
  })
})
