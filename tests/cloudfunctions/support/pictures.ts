import { deflateSync } from 'node:zlib'

const crcTable = Array.from({ length: 256 }, (_, n) =>
  Array.from({ length: 8 }).reduce<number>((c) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
)
const crc = (bytes: Buffer) => ~bytes.reduce((c, byte) => (crcTable[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8), -1) >>> 0

export function pngChunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(data.length)
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const tail = Buffer.alloc(4)
  tail.writeUInt32BE(crc(body))
  return Buffer.concat([head, body, tail])
}

const pngHead = (width: number, height: number) => {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), pngChunk('IHDR', header)])
}

/** A grey PNG; `width` and `height` may claim more than there is. `extra` chunks stand before the picture. */
export function aPng({ width = 2, height = 2, extra = [] as Buffer[], tail = Buffer.alloc(0) } = {}): Buffer {
  const rows = deflateSync(Buffer.alloc(2 * 3))
  return Buffer.concat([
    pngHead(width, height),
    ...extra,
    pngChunk('IDAT', rows),
    pngChunk('IEND', Buffer.alloc(0)),
    tail,
  ])
}

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([head, data])
}

/** EXIF with an orientation and, behind it, a secret that must not survive. */
export function anExif(orientation: number, secret: string): Buffer {
  const tiff = Buffer.from('49492a0008000000010012010300010000000100000000000000', 'hex')
  tiff.writeUInt16LE(orientation, 18)
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, Buffer.from(secret)]))
}

/** A JPEG as far as its segments go: enough to be walked through, nothing to look at. */
export function aJpeg({
  width = 16,
  height = 16,
  extra = [] as Buffer[],
  tail = Buffer.alloc(0),
  cut = false,
} = {}): Buffer {
  const frame = Buffer.alloc(9)
  frame[0] = 8
  frame.writeUInt16BE(height, 1)
  frame.writeUInt16BE(width, 3)
  frame.set([1, 1, 0x11, 0], 5)
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    ...extra,
    segment(0xdb, Buffer.alloc(65)),
    segment(0xc0, frame),
    segment(0xc4, Buffer.alloc(20)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([1, 2, 0xff, 0, 3, 0xff, 0xd0, 4]),
    ...(cut ? [] : [Buffer.from([0xff, 0xd9])]),
    tail,
  ])
}

export const aComment = (text: string) => segment(0xfe, Buffer.from(text))
