/** Keys by version. The current one encrypts and hashes; older ones, and one that waits, still read. */
export type KeySet = { current: number; keys: ReadonlyMap<number, Buffer> }
export type Keyring = { field: KeySet; index: KeySet; signing: Buffer }

const ENTRY = /^([1-9]\d{0,2}):([A-Za-z0-9+/=]+)(:waiting)?$/

/**
 * Reads `1:base64,2:base64:waiting`; the highest version that does not wait is the current one. A key waits until every
 * instance knows it. Throws on anything else: a function without keys must not start.
 */
export function readKeySet(name: string, text: string | undefined): KeySet {
  const keys = new Map<number, Buffer>()
  let current = 0
  for (const entry of (text ?? '').split(',').filter(Boolean)) {
    const [, version, key, waits] = ENTRY.exec(entry) ?? []
    const bytes = Buffer.from(key ?? '', 'base64')
    if (Number(version ?? 256) > 255 || bytes.length !== 32 || keys.has(Number(version))) {
      throw new Error(`${name} must be a list of version:key, versions 1 to 255, each once, keys of 32 bytes in base64`)
    }
    keys.set(Number(version), bytes)
    if (!waits) current = Math.max(current, Number(version))
  }
  if (current === 0) throw new Error(`${name} is missing`)
  return { current, keys }
}

export function readKeyring(env: NodeJS.ProcessEnv): Keyring {
  const signing = readKeySet('SIGNING_KEY', env.SIGNING_KEY)
  return {
    field: readKeySet('FIELD_KEYS', env.FIELD_KEYS),
    index: readKeySet('INDEX_KEYS', env.INDEX_KEYS),
    // the set is never empty, readKeySet has seen to it
    signing: signing.keys.get(signing.current) as Buffer,
  }
}
