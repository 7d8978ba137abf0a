import { randomBytes } from 'node:crypto'
import { argon2id, argon2Verify } from 'hash-wasm'

/** OWASP's first choice for argon2id: 19 MiB, two passes, one lane. */
const PARAMETERS = { memorySize: 19456, iterations: 2, parallelism: 1, hashLength: 32 }
const PREFIX = '$argon2id$v=19$m=19456,t=2,p=1$'

/** The hash of 32 random bytes that nobody kept: where there is no password, checking against it takes the same time. */
const NOBODYS = `${PREFIX}4XqHS/n3Sz55z2rBQnrzXA$RCTrW9zD+NF/kleJk/BiirBQ+awrN3LSvOiR9xw7Fys`

/** Keyboards spell one character in several ways; NFC makes the same password of them, when it is set and when it is used. */
const spelled = (password: string) => password.normalize('NFC')

export const hashPassword = (password: string): Promise<string> =>
  argon2id({ ...PARAMETERS, password: spelled(password), salt: randomBytes(16), outputType: 'encoded' })

/** False for a wrong password and, after the same work, for an account without one. */
export async function isPassword(hash: string | undefined, password: string): Promise<boolean> {
  // an empty text is no input to hash-wasm; a blank takes its place, which no password is either
  const right = await argon2Verify({ hash: hash ?? NOBODYS, password: spelled(password) || ' ' })
  return right && hash !== undefined
}

/** Whether a hash was made with other parameters than today's: it is made anew while the password is at hand. */
export const isOutdated = (hash: string) => !hash.startsWith(PREFIX)
