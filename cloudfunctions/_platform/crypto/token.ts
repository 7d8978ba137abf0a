import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** 128 random bits in 22 characters, as many as fit the `scene` of a WeChat code with room to spare. */
export const newToken = () => randomBytes(16).toString('base64url')
/** 256 random bits: the secret half of a session. */
export const newSecret = () => randomBytes(32).toString('base64url')

export const digest = (text: string) => createHash('sha256').update(text).digest('base64url')

export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** `payload.signature`, readable by the holder, changeable by nobody. `bound` is not in the token: the reader must know it. */
export function sign(key: Buffer, payload: string, bound: string): string {
  const signature = createHmac('sha256', key).update(`${bound}\u0000${payload}`).digest('base64url').slice(0, 22)
  return `${Buffer.from(payload).toString('base64url')}.${signature}`
}

export function unsign(key: Buffer, token: string, bound: string): string | undefined {
  const payload = Buffer.from(token.split('.')[0] ?? '', 'base64url').toString()
  return sameText(sign(key, payload, bound), token) ? payload : undefined
}
