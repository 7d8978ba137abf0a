import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const filesUnder = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path)
        .sort()
        .flatMap((name) => filesUnder(join(path, name)))

/** One hash of everything that lies under these paths; a path that is not there counts as empty. */
export function hashOf(paths) {
  const hash = createHash('sha256').update(process.version.split('.')[0])
  for (const file of paths.filter(existsSync).flatMap(filesUnder)) hash.update(`\0${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

const textOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim() : '')

/** Whether `stamp` was written for these sources; `mark` writes it, `clear` takes it away while work is unfinished. */
export const stampFor = (stamp, paths) => {
  const hash = hashOf(paths)
  return {
    matches: () => textOf(stamp) === hash,
    clear: () => rmSync(stamp, { force: true }),
    mark: () => {
      mkdirSync(dirname(stamp), { recursive: true })
      writeFileSync(stamp, `${hash}\n`)
    },
  }
}
