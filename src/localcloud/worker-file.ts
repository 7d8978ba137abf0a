import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const HERE = __dirname
// .../node_modules/esbuild/lib/main.js
const MODULES = path.resolve(path.dirname(createRequire(__filename).resolve('esbuild')), '../..')
const ENTRIES = { store: 'store/worker.ts', instance: 'functions/instance.ts', backup: 'backup/worker.ts' } as const

const sourcesOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) =>
      entry.isDirectory() ? sourcesOf(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
    )
    .filter((file) => file.endsWith('.ts'))
    .sort()

const fingerprint = (entry: string): string => {
  const hash = createHash('sha256').update(entry).update(process.version)
  const folders = new Set([path.dirname(entry), 'store'])
  for (const file of [
    ...[...folders].flatMap((folder) => sourcesOf(path.join(HERE, folder))),
    path.join(HERE, 'fault.ts'),
    path.join(HERE, 'clock.ts'),
  ])
    hash.update(readFileSync(file))
  for (const name of ['mingo', 'libsql', 'esbuild']) hash.update(readFileSync(path.join(MODULES, name, 'package.json')))
  return hash.digest('hex').slice(0, 16)
}

/** The compiled file of a worker; written once for each state of the sources, safely by several processes at a time. */
export const workerFile = async (worker: keyof typeof ENTRIES): Promise<string> => {
  const entry = ENTRIES[worker]
  const cache = path.join(MODULES, '.cache', 'localcloud')
  const file = path.join(cache, `${worker}-${fingerprint(entry)}.cjs`)
  if (existsSync(file)) return file
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [path.join(HERE, entry)],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql'],
    write: false,
    logLevel: 'silent',
  })
  await stop()
  const [output] = outputFiles
  if (!output) throw new Error(`The worker ${worker} could not be compiled.`)
  mkdirSync(cache, { recursive: true })
  const temporary = `${file}.${randomUUID()}`
  writeFileSync(temporary, output.contents)
  renameSync(temporary, file)
  return file
}
