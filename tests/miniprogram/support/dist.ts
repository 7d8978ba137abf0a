import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

export const DIST = resolve(__dirname, '../../../dist/miniprogram')

type AppJson = { pages: string[]; subPackages?: { root: string; pages: string[] }[] }

/** Every page of the built mini-program, the sub-package's with its root. */
export function builtRoutes(dist = DIST): string[] {
  const file = join(dist, 'app.json')
  if (!existsSync(file)) {
    throw new Error('dist/miniprogram is missing. Build it first: npx taro build --type weapp')
  }
  // Our own build wrote it.
  const app = JSON.parse(readFileSync(file, 'utf8')) as AppJson
  const inside = (app.subPackages ?? []).flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`))
  return [...app.pages, ...inside]
}
