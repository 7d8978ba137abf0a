import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const ROOT = path.join(__dirname, '../../..')
const CLOUD = path.join(ROOT, 'src/localcloud')
// Below node_modules, where the bundle finds what it does not contain.
const BUNDLE = path.join(ROOT, `node_modules/.cache/localcloud/server-${process.pid}.cjs`)

/** Compiles the server once: a start takes a fraction of what it takes from the sources. */
export const buildServer = async (): Promise<string> => {
  mkdirSync(path.dirname(BUNDLE), { recursive: true })
  await build({
    entryPoints: [path.join(__dirname, 'server-main.ts')],
    outfile: BUNDLE,
    bundle: true,
    platform: 'node',
    target: 'node20',
    external: ['libsql', 'esbuild'],
    // The one module that looks for its neighbours on the disk must still find them.
    define: {
      __dirname: JSON.stringify(CLOUD),
      __filename: JSON.stringify(path.join(CLOUD, 'worker-file.ts')),
    },
    logLevel: 'silent',
  })
  return BUNDLE
}

export type Server = { url: string; told(): string; kill(): Promise<void> }

/** Starts the compiled server, under `limit` (a shell's words) if one is given. */
export const startServer = (bundle: string, dir: string, limit = ''): Promise<Server> =>
  new Promise((resolve, reject) => {
    const child = spawn('/bin/sh', ['-c', `${limit} exec "$0" "$@"`, process.execPath, bundle, dir])
    let told = ''
    const ended = new Promise<void>((done) => child.on('exit', () => done()))
    child.stderr.on('data', (part: Buffer) => (told += part.toString()))
    child.stdout.once('data', (part: Buffer) =>
      resolve({
        url: part.toString().trim(),
        told: () => told,
        kill: () => {
          child.kill('SIGKILL')
          return ended
        },
      }),
    )
    child.on('exit', () => reject(new Error(`the server did not start: ${told}`)))
  })
