const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
const APP14 = 0xee
const isRestart = (marker: number) => marker >= 0xd0 && marker <= 0xd7
/** Frame headers, tables and the restart interval: what a decoder needs. Everything else is left out. */
const isNeeded = (marker: number) =>
  marker === APP0 || marker === APP14 || (marker >= 0xc0 && marker <= 0xcf) || marker === 0xdb || marker === 0xdd

/** EXIF with one entry, the orientation: without it a phone's photo lies on its side. */
function orientationSegment(orientation: number): Buffer {
  const body = Buffer.from('45786966000049492a0008000000010012010300010000000100000000000000', 'hex')
  body.writeUInt16LE(orientation, 24)
  const head = Buffer.from([0xff, APP1, 0, body.length + 2])
  return Buffer.concat([head, body])
}

/** Where the compressed data that starts at `from` ends: the next marker that is neither stuffing nor a restart. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = from; at < bytes.length - 1; at += 1) {
    const next = bytes[at + 1] ?? 0
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !isRestart(next)) return at
  }
  throw new Error('jpeg has no end')
}

/** A JPEG with what a decoder needs and nothing else: no EXIF, XMP, comment, thumbnail or tail. Throws on a broken one. */
export function cleanJpeg(bytes: Buffer, orientation: number | undefined): Buffer {
  const parts: Buffer[] = [Buffer.from([0xff, SOI])]
  if (orientation && orientation > 1 && orientation <= 8) parts.push(orientationSegment(orientation))

  let at = 2
  while (at < bytes.length - 1) {
    if (bytes[at] !== 0xff) throw new Error('jpeg segment expected')
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return Buffer.concat([...parts, Buffer.from([0xff, EOI])])

    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end <= at + 3 || end > bytes.length) throw new Error('jpeg segment too long')
    const stop = marker === SOS ? endOfScan(bytes, end) : end
    if (marker === SOS || isNeeded(marker)) parts.push(bytes.subarray(at, stop))
    at = stop
  }
  throw new Error('jpeg has no end')
}
