import { invalid } from '../fault'

/** The parts of a multipart/form-data body, by name. */
export const parseMultipart = (body: Buffer, contentType: string): Map<string, Buffer> => {
  const boundary = /boundary="?([^";]+)"?/.exec(contentType)?.[1]
  if (!boundary) throw invalid('a multipart body without a boundary')
  const mark = Buffer.from(`--${boundary}`)
  const parts = new Map<string, Buffer>()
  for (let at = body.indexOf(mark); at >= 0;) {
    const next = body.indexOf(mark, at + mark.length)
    if (next < 0) break
    const part = body.subarray(at + mark.length + 2, next - 2)
    const head = part.indexOf('\r\n\r\n')
    const name = /name="([^"]+)"/.exec(part.subarray(0, head).toString())?.[1]
    if (name) parts.set(name, part.subarray(head + 4))
    at = next
  }
  return parts
}
