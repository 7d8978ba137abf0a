import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')

const filesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory()) return filesUnder(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

const importsOf = (file: string): string[] => {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(/(?:\bfrom|\bimport)\s+['"]([^'"]+)['"]|\b(?:import|require)\(['"]([^'"]+)['"]\)/g)].map(
    ([, named, called]) => named ?? called ?? '',
  )
}

/** An import as a room of the house: a path from the root, or a package. */
function roomOf(file: string, target: string): string {
  if (target.startsWith('#')) return target.replace(/^#(\w+)\//, 'src/$1/')
  return target.startsWith('.') ? relative(ROOT, resolve(ROOT, file, '..', target)) : target
}

type Rule = { of: string; mayImport: RegExp; because: string }

/** Who may know whom. A room that is absent here may import nothing that is not in the list. */
const RULES: Rule[] = [
  {
    of: 'src/domain',
    mayImport: /^(src\/domain\/|dayjs)/,
    because: 'rules are pure: no I/O, no clock, no SDK, no React',
  },
  {
    of: 'src/contract',
    mayImport: /^(src\/contract\/|src\/domain\/|zod\/mini$)/,
    because: 'the contract says what can be asked, and knows nobody who asks or answers',
  },
  {
    of: 'src/miniprogram',
    mayImport:
      /^(src\/(miniprogram|contract|domain)\/|@tarojs\/|react$|@tanstack\/react-query$|react-hook-form$|@vant\/area-data$)/,
    because: 'pages know the contract and the rules, never a function, a console or the local cloud',
  },
  {
    of: 'src/localcloud',
    mayImport: /^(src\/localcloud\/|config\/cloud$|node:|libsql|mingo|bson$|esbuild$|qrcode$)/,
    because: 'the local cloud knows nothing of the product',
  },
  {
    of: 'src/demo',
    mayImport:
      /^(src\/(demo|domain|contract)\/|src\/localcloud\/start$|cloudfunctions\/_platform\/|config\/cloud$|node:|qrcode$)/,
    because: 'the demo seeds through the real SDK and starts the local cloud',
  },
]

const capabilities = readdirSync(join(ROOT, 'cloudfunctions')).filter((name) => !name.startsWith('_'))
const FUNCTION_RULES: Rule[] = ['_platform', ...capabilities].map((name) => ({
  of: `cloudfunctions/${name}`,
  mayImport: new RegExp(
    `^(cloudfunctions/(${name}|_platform)/|src/(contract|domain)/|node:|${name === '_platform' ? 'wx-server-sdk$|image-size$|tencentcloud-sdk-nodejs-common$' : 'hash-wasm$'})`,
  ),
  because: 'a capability stands on the platform and never on another capability',
}))

describe('who may import whom', () => {
  test.each([...RULES, ...FUNCTION_RULES])('$of: $because', ({ of, mayImport }) => {
    const strangers = filesUnder(of).flatMap((file) =>
      importsOf(file)
        .map((target) => roomOf(file, target))
        .filter((room) => !mayImport.test(room) && !room.endsWith('.css'))
        .map((room) => `${file} imports ${room}`),
    )
    expect(strangers).toEqual([])
  })
})

describe('what stands in one place', () => {
  const everywhere = ['src', 'cloudfunctions'].flatMap(filesUnder)
  const filesWith = (pattern: RegExp) =>
    everywhere.filter((file) => pattern.test(readFileSync(join(ROOT, file), 'utf8')))

  test('the SDK is imported in one file', () => {
    expect(filesWith(/from 'wx-server-sdk'/)).toEqual(['cloudfunctions/_platform/cloud.ts'])
  })

  test("WeChat's cloud is called from the transport alone", () => {
    expect(filesWith(/Taro\.cloud\./)).toEqual(['src/miniprogram/api/transport.ts'])
  })

  test('fields are sealed in one file, which notes the version of the key', () => {
    expect(filesWith(/\bseal\(/).filter((file) => !/crypto\/envelope\.ts$/.test(file))).toEqual([
      'cloudfunctions/_platform/crypto/sealed-fields.ts',
    ])
  })

  test('zod is imported in one file', () => {
    expect(filesWith(/from 'zod/)).toEqual(['src/contract/zod.ts'])
  })

  test('the product does not know the local cloud', () => {
    const product = filesWith(/localcloud/i).filter((file) => !/^src\/(localcloud|demo)\//.test(file))
    expect(product).toEqual([])
  })

  test('lists are read by index and key: no skip and no count on the database', () => {
    expect(filesWith(/\.(skip|count)\(/).filter((file) => file.startsWith('cloudfunctions/'))).toEqual([])
  })

  test('the local cloud has no word of the League in it', () => {
    expect(
      filesUnder('src/localcloud').filter((file) =>
        /团|报到|checkIn|membership/.test(readFileSync(join(ROOT, file), 'utf8')),
      ),
    ).toEqual([])
  })
})
