const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH'])
/** Of the flags in VP8X only alpha may stay: no ICC profile, EXIF, XMP or animation is left to announce. */
const ALPHA = 0x10

/** A still WebP with picture chunks only. Throws on a broken or animated one. */
export function cleanWebp(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  const size = Math.min(bytes.readUInt32LE(4) + 8, bytes.length)
  let at = 12
  while (at + 8 <= size) {
    const type = bytes.toString('latin1', at, at + 4)
    const length = bytes.readUInt32LE(at + 4)
    const end = at + 8 + length + (length % 2)
    if (at + 8 + length > size) throw new Error('webp chunk too long')
    if (KEPT.has(type)) parts.push(Buffer.from(bytes.subarray(at, end)))
    at = end
  }
  const body = Buffer.concat(parts)
  if (!parts.some((part) => part.toString('latin1', 0, 3) === 'VP8' && part[3] !== 0x58))
    throw new Error('webp has no picture')
  const extended = body.toString('latin1', 0, 4) === 'VP8X'
  if (extended) body.writeUInt8((body[8] ?? 0) & ALPHA, 8)

  const head = Buffer.alloc(12)
  head.write('RIFF', 0, 'latin1')
  head.writeUInt32LE(body.length + 4, 4)
  head.write('WEBP', 8, 'latin1')
  return Buffer.concat([head, body])
}
