import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export type DevelopmentKeys = { FIELD_KEYS: string; INDEX_KEYS: string; SIGNING_KEY: string }

const newKey = () => `1:${randomBytes(32).toString('base64')}`
export const newKeys = (): DevelopmentKeys => ({ FIELD_KEYS: newKey(), INDEX_KEYS: newKey(), SIGNING_KEY: newKey() })

/** The keys of this machine's demo: made on first use, never committed, worthless elsewhere. */
export function developmentKeys(file: string): DevelopmentKeys {
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as DevelopmentKeys // our own file
  const keys = newKeys()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(keys), { mode: 0o600 })
  return keys
}

/** What a deployment would set by hand: here the outside services are the local cloud's sandboxes. */
export function functionEnvironment(url: string, keys: DevelopmentKeys): Record<string, string> {
  const { host } = new URL(url)
  return {
    ...keys,
    PROVIDER_SECRET_ID: 'sandbox',
    PROVIDER_SECRET_KEY: 'sandbox',
    PROVIDER_PROTOCOL: 'http',
    FACEID_ENDPOINT: host,
    SMS_ENDPOINT: host,
    SMS_APP_ID: '1400000000',
    SMS_SIGN: '智慧团建',
    SMS_CODE_TEMPLATE: 'code',
    TEMPLATE_DECIDED: 'sandbox-decided',
    TEMPLATE_WAITING: 'sandbox-waiting',
  }
}
