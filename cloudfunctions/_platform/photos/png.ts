const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'IDAT', 'IEND'])

/** A PNG with picture chunks only: no EXIF, text, time, animation or tail. Throws on a broken one. */
export function cleanPng(bytes: Buffer): Buffer {
  const parts = [bytes.subarray(0, 8)]
  let at = 8
  while (at + 12 <= bytes.length) {
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) throw new Error('png chunk too long')
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (KEPT.has(type)) parts.push(bytes.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(parts)
    at = end
  }
  throw new Error('png has no end')
}
