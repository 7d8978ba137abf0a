import { createHash, createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Readable } from 'node:stream'
import { CloudError, invalid } from './fault'

const UPLOAD_SECONDS = 900

const checkPath = (cloudPath: string): string => {
  const parts = cloudPath.split('/')
  const wrong = cloudPath.length > 850 || cloudPath.includes('\\') || /[\u0000-\u001f]/.test(cloudPath)
  if (wrong || parts.some((part) => part === '' || part === '.' || part === '..'))
    throw invalid(`not a storage path: ${cloudPath}`)
  return cloudPath
}

/** The cloud's storage: objects in a folder, reached only by links that are signed and expire. */
export class Files {
  private readonly key = randomBytes(32)
  private readonly bucket: string

  constructor(
    private readonly dir: string,
    private readonly env: string,
    private readonly urlOf: () => string,
    private readonly now: () => number,
  ) {
    this.bucket = `6c6f-${env}-1300000000`
    mkdirSync(dir, { recursive: true })
  }

  fileId(cloudPath: string): string {
    return `cloud://${this.env}.${this.bucket}/${checkPath(cloudPath)}`
  }

  /** The path in a file id of this environment. */
  pathOf(fileId: string): string | undefined {
    const prefix = `cloud://${this.env}.${this.bucket}/`
    return fileId.startsWith(prefix) ? fileId.slice(prefix.length) : undefined
  }

  exists(cloudPath: string): boolean {
    return existsSync(this.onDisk(cloudPath))
  }

  /** Where and with what authorization an object may be PUT for the next minutes. */
  uploadTicket(cloudPath: string): { url: string; authorization: string; token: string; meta: string } {
    const expires = this.seconds() + UPLOAD_SECONDS
    const signature = this.sign('put', checkPath(cloudPath), expires)
    return {
      url: `${this.urlOf()}/cos/${encodeName(cloudPath)}`,
      authorization: `q-expires=${expires}&q-signature=${signature}`,
      token: randomUUID(),
      meta: randomBytes(16).toString('hex'),
    }
  }

  downloadUrl(cloudPath: string, maxAge: number): string {
    const expires = this.seconds() + maxAge
    return `${this.urlOf()}/file/${encodeName(cloudPath)}?t=${expires}&sign=${this.sign('get', cloudPath, expires)}`
  }

  /** Takes an upload; refuses one without a valid ticket. */
  async receive(cloudPath: string, authorization: string, body: Readable): Promise<void> {
    const [, expires = '', signature = ''] = /^q-expires=(\d+)&q-signature=([0-9a-f]+)$/.exec(authorization) ?? []
    if (!this.verify('put', cloudPath, Number(expires), signature))
      throw new CloudError('AccessDenied', 'the upload is not authorized or its ticket has expired')
    const target = this.onDisk(cloudPath)
    const temporary = `${target}.${randomUUID()}`
    mkdirSync(path.dirname(target), { recursive: true })
    try {
      await pipeline(body, createWriteStream(temporary))
      renameSync(temporary, target)
    } catch (thrown) {
      rmSync(temporary, { force: true })
      throw thrown
    }
  }

  /** Opens a download; null when there is no such object, a refusal when the link is not valid. */
  open(cloudPath: string, expires: number, signature: string): { size: number; stream(): Readable } | null {
    if (!this.verify('get', cloudPath, expires, signature))
      throw new CloudError('AccessDenied', 'the link is not valid or has expired')
    const file = this.onDisk(cloudPath)
    if (!existsSync(file)) return null
    return { size: statSync(file).size, stream: () => createReadStream(file) }
  }

  remove(cloudPath: string): void {
    rmSync(this.onDisk(cloudPath), { force: true })
  }

  // Named by hash: an object's name may be longer than a file's, and "a" and "a/b" may both exist.
  private onDisk(cloudPath: string): string {
    const name = createHash('sha256').update(cloudPath).digest('hex')
    return path.join(this.dir, name.slice(0, 2), name)
  }

  private seconds(): number {
    return Math.floor(this.now() / 1000)
  }

  private sign(verb: string, cloudPath: string, expires: number): string {
    return createHmac('sha256', this.key).update(`${verb}\n${cloudPath}\n${expires}`).digest('hex')
  }

  private verify(verb: string, cloudPath: string, expires: number, signature: string): boolean {
    const right = Buffer.from(this.sign(verb, cloudPath, expires))
    const given = Buffer.from(signature)
    return expires >= this.seconds() && right.length === given.length && timingSafeEqual(right, given)
  }
}

// The SDK sends links as they are and browsers encode them again: base64url survives both, whatever the name holds.
const encodeName = (cloudPath: string) => Buffer.from(cloudPath).toString('base64url')
export const decodeName = (name: string) => Buffer.from(name, 'base64url').toString()
