/** Keys by version. The newest encrypts and hashes; older ones still read. */
export type KeySet = { current: number; keys: ReadonlyMap<number, Buffer> }
export type Keyring = { field: KeySet; index: KeySet; signing: Buffer }

/** Reads `1:base64,2:base64`; the highest version is the current one. Throws on anything else: a function without keys must not start. */
export function readKeySet(name: string, text: string | undefined): KeySet {
  const keys = new Map<number, Buffer>()
  for (const entry of (text ?? '').split(',').filter(Boolean)) {
    const [version, key] = entry.split(':')
    const bytes = Buffer.from(key ?? '', 'base64')
    if (!/^[1-9]\d{0,2}$/.test(version ?? '') || Number(version) > 255 || bytes.length !== 32) {
      throw new Error(`${name} must be a list of version:key, versions 1 to 255, keys of 32 bytes in base64`)
    }
    keys.set(Number(version), bytes)
  }
  if (keys.size === 0) throw new Error(`${name} is missing`)
  return { current: Math.max(...keys.keys()), keys }
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
