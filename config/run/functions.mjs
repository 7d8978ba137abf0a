import { readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'
import { leftOut } from '../functions/left-out.mjs'

const ROOT = 'cloudfunctions'
export const functionNames = () =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)

/** Packages that bring far more than is used of them. */
const SLIMMER = {
  'hash-wasm': 'hash-wasm/dist/argon2.umd.min.js',
  'whatwg-url': resolve('config/functions/whatwg-url.cjs'),
  // the SDK only reads storage's answers; the rest is a builder
  xml2js: 'xml2js/lib/parser.js',
}

/** Bundles one cloud function, SDK included; answers its bytes. */
export async function bundleFunction(entry, outfile) {
  const { metafile } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // not the names: short ones load slower, and a fault in the log is found by its function's name
    minifyWhitespace: true,
    minifySyntax: true,
    alias: SLIMMER,
    plugins: [leftOut],
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  return Object.values(metafile.outputs)[0].bytes
}

/** Bundles every cloud function into a folder of its own: WeChat uploads nothing beside it. */
export async function buildFunctions({ out = 'dist/cloudfunctions', openapi = {} } = {}) {
  const sizes = {}
  rmSync(out, { recursive: true, force: true })
  for (const name of functionNames()) {
    sizes[name] = await bundleFunction(`${ROOT}/${name}/index.ts`, `${out}/${name}/index.js`)
    mkdirSync(`${out}/${name}`, { recursive: true })
    writeFileSync(
      `${out}/${name}/package.json`,
      JSON.stringify({ name, version: '0.0.0', private: true, main: 'index.js' }),
    )
    writeFileSync(`${out}/${name}/config.json`, JSON.stringify({ permissions: { openapi: openapi[name] ?? [] } }))
  }
  return sizes
}
