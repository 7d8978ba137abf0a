import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { atMost, type Row } from './row'

const DIST = 'dist/miniprogram'
const KB = 1024

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(`${folder}/${entry.name}`) : [`${folder}/${entry.name}`],
  )

/** What WeChat does not upload: licences and its own project files. */
const isUploaded = (file: string) => !/LICENSE\.txt$|project\.(private\.)?config\.json$/.test(file)

/** P14: sizes of the built packages, raw and packed. */
export function packageRows(): Row[] {
  const app = JSON.parse(readFileSync(`${DIST}/app.json`, 'utf8')) as { subPackages?: { root: string }[] } // written by Taro
  const roots = (app.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''))
  const files = filesUnder(DIST).filter(isUploaded)
  const inside = (root: string) => files.filter((file) => file.startsWith(`${DIST}/${root}/`))
  const main = files.filter((file) => !roots.some((root) => file.startsWith(`${DIST}/${root}/`)))
  const bytes = (list: readonly string[]) => Buffer.concat(list.map((file) => readFileSync(file)))

  return [
    atMost('P14', 'main package, raw', bytes(main).length / KB, 700, ' KB'),
    atMost('P14', 'main package, packed', gzipSync(bytes(main)).length / KB, 200, ' KB'),
    ...roots.map((root) => atMost('P14', `subpackage ${root}, raw`, bytes(inside(root)).length / KB, 300, ' KB')),
    atMost('P14', 'all packages, raw', bytes(files).length / KB, 1.8 * KB, ' KB'),
  ]
}
