import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Content } from './content-hash'
import { settle, type Print } from './durable-copy'

const KIND = 'localcloud-backup'
const FORMAT = 1

export type Manifest = {
  /** When the snapshot was taken. */
  at: string
  collections: Record<string, Content>
  /** Every file of the backup but this one, by its path. */
  files: Record<string, Print>
}

export const MANIFEST = 'manifest.json'

const sumOf = (manifest: unknown) => createHash('sha256').update(JSON.stringify(manifest)).digest('hex')

/** Written last: a folder without a manifest is no backup. */
export const writeManifest = (folder: string, manifest: Manifest): void => {
  const file = path.join(folder, MANIFEST)
  writeFileSync(file, JSON.stringify({ kind: KIND, format: FORMAT, sha256: sumOf(manifest), manifest }, null, 2))
  settle(file)
}

const parse = (file: string): { kind?: unknown; format?: unknown; sha256?: unknown; manifest?: unknown } => {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    throw new Error(`${MANIFEST} is damaged: it is not JSON`)
  }
}

/** Reads the manifest of a backup; refuses one that is foreign, newer, unfinished or damaged. */
export const readManifest = (folder: string): Manifest => {
  const file = path.join(folder, MANIFEST)
  if (!existsSync(file)) throw new Error(`it has no ${MANIFEST}: it is no backup, or was not finished`)
  const { kind, format, sha256, manifest } = parse(file)
  if (kind !== KIND) throw new Error(`${MANIFEST} is not that of a backup of the local cloud`)
  if (format !== FORMAT) throw new Error(`its format is ${String(format)}, this version reads ${FORMAT}`)
  if (sha256 !== sumOf(manifest)) throw new Error(`${MANIFEST} is damaged: its checksum is wrong`)
  return manifest as Manifest // its checksum is ours, and so is its shape
}
