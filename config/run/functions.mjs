import { readdirSync, rmSync, writeFileSync, mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { build } from 'esbuild'

const ROOT = 'cloudfunctions'
export const functionNames = () =>
  readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('_'))
    .map(({ name }) => name)

/** Packages that bring far more than is used of them. */
const SLIMMER = {
  'hash-wasm': 'hash-wasm/dist/argon2.umd.min.js',
  'whatwg-url': resolve('config/functions/whatwg-url.cjs'),
}

/** Bundles every cloud function, SDK included, into a folder of its own: WeChat uploads nothing beside it. */
export async function buildFunctions({ out = 'dist/cloudfunctions', openapi = {} } = {}) {
  const sizes = {}
  rmSync(out, { recursive: true, force: true })
  for (const name of functionNames()) {
    const { metafile } = await build({
      entryPoints: [`${ROOT}/${name}/index.ts`],
      outfile: `${out}/${name}/index.js`,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'cjs',
      minify: true,
      alias: SLIMMER,
      keepNames: true,
      legalComments: 'none',
      metafile: true,
      logLevel: 'error',
    })
    mkdirSync(`${out}/${name}`, { recursive: true })
    writeFileSync(
      `${out}/${name}/package.json`,
      JSON.stringify({ name, version: '0.0.0', private: true, main: 'index.js' }),
    )
    writeFileSync(`${out}/${name}/config.json`, JSON.stringify({ permissions: { openapi: openapi[name] ?? [] } }))
    sizes[name] = Object.values(metafile.outputs)[0].bytes
  }
  return sizes
}
