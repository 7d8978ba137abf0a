import { readFile } from 'node:fs/promises'
import path from 'node:path'

const FOLDER = path.join(__dirname, 'page')

const bundle = async (): Promise<string> => {
  const { build, stop } = await import('esbuild')
  const { outputFiles } = await build({
    entryPoints: [path.join(FOLDER, 'main.ts')],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    logLevel: 'silent',
  })
  await stop()
  const [output] = outputFiles
  if (!output) throw new Error("The inspector's page could not be compiled.")
  return output.text
}

let script: Promise<string> | undefined

/** The files of the page; its script is compiled when it is first asked for. */
export const pageFile: Record<string, () => Promise<string>> = {
  'index.html': () => readFile(path.join(FOLDER, 'index.html'), 'utf8'),
  'style.css': () => readFile(path.join(FOLDER, 'style.css'), 'utf8'),
  'page.js': () => (script ??= bundle()),
}
