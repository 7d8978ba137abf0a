import type { IncomingMessage } from 'node:http'
import { CloudError } from '../fault'

/** The whole body of a request; one that is too large is refused without being kept. */
export const readBody = (request: IncomingMessage, most: number): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    let size = 0
    request.on('data', (part: Buffer) => {
      size += part.length
      if (size <= most) parts.push(part)
    })
    request.on('end', () => {
      if (size > most)
        reject(new CloudError('EXCEED_MAX_PAYLOAD_SIZE', `the body is larger than ${Math.round(most / 1024)} KB`))
      else resolve(Buffer.concat(parts))
    })
    request.on('error', reject)
  })
