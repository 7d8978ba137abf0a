import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { build } from 'esbuild'

const FROM = 'src/demo/page'

/** Bundles the page with the phone frame: one script, one style sheet, one document. */
export async function buildDemoPage({ out = 'dist/demo' } = {}) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  await build({
    entryPoints: { page: `${FROM}/main.ts`, style: `${FROM}/style.css` },
    outdir: out,
    bundle: true,
    format: 'esm',
    target: 'es2022',
    minify: true,
    logLevel: 'error',
  })
  cpSync(`${FROM}/index.html`, `${out}/index.html`)
}
