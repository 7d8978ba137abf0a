import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { checkDigit } from '#domain/id-number'

const ROOT = resolve(__dirname, '../..')
const PICTURES = /\.(png|jpe?g|webp|ico|woff2?)$/

/** What must not be in anything that others can read. */
const SECRETS: Record<string, RegExp> = {
  'a private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----/g,
  'a cloud secret id': /\bAKID[A-Za-z0-9]{32}\b/g,
  'an access token': /\b(gh[pousr]_[A-Za-z0-9]{36}|sk-[A-Za-z0-9]{32,}|xox[bp]-[\w-]{20,})/g,
  'a key of the product': /(?<![\w-])[1-9]\d{0,2}:[A-Za-z0-9+/]{43}=/g,
  'an address of an inner network': /\b(10|192\.168|172\.(1[6-9]|2\d|3[01]))(\.\d{1,3}){2,3}(?=[:/])/g,
}

/** Numbers that could be somebody's: a valid check digit and a county code that is in use. */
const idNumbersIn = (text: string) =>
  (text.match(/(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dXx](?!\d)/g) ?? []).filter(
    (number) => !number.startsWith('440199') && checkDigit(number.slice(0, 17)) === number.slice(17).toUpperCase(),
  )

const foundIn = (text: string): string[] => [
  ...Object.entries(SECRETS).flatMap(([name, pattern]) => ((text.match(pattern) ?? []).length > 0 ? [name] : [])),
  ...(idNumbersIn(text).length > 0 ? ['an ID number that could be somebody’s'] : []),
]

const scan = (files: readonly string[]) =>
  files
    .filter((file) => !PICTURES.test(file) && existsSync(join(ROOT, file)))
    .flatMap((file) => foundIn(readFileSync(join(ROOT, file), 'utf8')).map((what) => `${file}: ${what}`))

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))

test('no secret and nobody’s ID number is in the repository', () => {
  const files = execFileSync('git', ['ls-files', '-z'], { cwd: ROOT }).toString().split('\0').filter(Boolean)
  expect(files.length).toBeGreaterThan(300)
  expect(scan(files)).toEqual([])
})

test.each(['dist/miniprogram', 'dist/h5'])('no secret and no inner address is in what clients load: %s', (folder) => {
  const files = filesUnder(folder)
  expect(files.length).toBeGreaterThan(10)
  expect(scan(files)).toEqual([])
})

test('the search finds what it looks for', () => {
  const planted = [
    `-----BEGIN ${'PRIVATE'} KEY-----`,
    `AKID${'a'.repeat(32)}`,
    `ghp_${'a'.repeat(36)}`,
    `FIELD_KEYS=1:${'a'.repeat(43)}=`,
    `http://10.0${'.0.1'}:8080/`,
    `11010119900307${'773'}${checkDigit('11010119900307773')}`,
  ]
  expect(planted.map((text) => foundIn(text).length)).toEqual(planted.map(() => 1))
})

type Lock = { packages: Record<string, { integrity?: string; resolved?: string; link?: boolean }> }
type Package = { allowScripts: Record<string, boolean> }
const json = <T>(file: string) => JSON.parse(readFileSync(join(ROOT, file), 'utf8')) as T // our own files

test('every package is pinned by its hash, without the name of a registry', () => {
  const { packages } = json<Lock>('package-lock.json')
  const entries = Object.entries(packages).filter(([path]) => path !== '')
  const loose = entries.filter(([, { integrity, resolved, link }]) => !link && (!integrity || resolved))
  expect(entries.length).toBeGreaterThan(500)
  expect(loose.map(([path]) => path)).toEqual([])
})

test('no package may run a script when it is installed', () => {
  expect(Object.values(json<Package>('package.json').allowScripts).filter(Boolean)).toEqual([])
})
