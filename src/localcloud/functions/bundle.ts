import { statSync } from 'node:fs'
import path from 'node:path'

export type Bundle = { entry: string; stamp: string }

/** The built function `<dir>/<name>/index.js`, or null when it was not built. */
export const findBundle = (dir: string | undefined, name: string): Bundle | null => {
  if (!dir) return null
  const entry = path.resolve(dir, name, 'index.js')
  const found = statSync(entry, { throwIfNoEntry: false })
  return found ? { entry, stamp: `${found.mtimeMs}:${found.size}` } : null
}
