import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(__dirname, '../..')
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

/** The cells of every table row of a page, without head and rule. */
const rowsOf = (page: string): string[][] =>
  read(page)
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|\s*(-{3,}|promise\b|item\b)/.test(line))
    .map((line) =>
      line
        .replace(/^\|\s*|\s*\|$/g, '')
        .split(/(?<!\\)\s*\|\s*/)
        .map((cell) => cell.replaceAll('\\|', '|').trim()),
    )

const bare = (text: string) => text.replace(/[`\\]/g, '')

/** What is wrong with naming this test: no such file, or no such title in it. */
function faultOf(path: string, title: string): string | undefined {
  const file = bare(path)
  if (!/^tests\/.+\.test\.tsx?$/.test(file) || !existsSync(join(ROOT, file))) return `there is no test file ${file}`
  return bare(read(file)).includes(bare(title)) && title.length > 5 ? undefined : `${file} has no test "${title}"`
}

describe('docs/proofs.md', () => {
  test('each promise names a test that exists, by file and title', () => {
    const wrong = rowsOf('docs/proofs.md').flatMap(([promise, path = '', title = '', ...more]) =>
      more.length > 0 ? [`too many cells: ${promise}`] : (faultOf(path, title) ?? []),
    )
    expect(wrong).toEqual([])
  })
})

describe('docs/security/asvs.md', () => {
  const items = read('tests/house/asvs-5.0.0.txt')
    .split('\n')
    .filter((line) => /^\d/.test(line))
  const rows = rowsOf('docs/security/asvs.md')

  test('answers each item of levels 1 and 2 of ASVS 5.0 exactly once, at its level', () => {
    expect(items).toHaveLength(253)
    expect(rows.map(([item, level]) => `${item} ${level}`)).toEqual(items)
  })

  test('says of each item whether it is met, and why', () => {
    const unclear = rows.filter(
      ([, , what = '', answer = '', ...more]) =>
        more.length > 0 ||
        what.length < 5 ||
        !/^(test|design|not applicable|not met yet|operation): .{8,}/.test(answer),
    )
    expect(unclear.map(([item]) => item)).toEqual([])
  })

  test('names only tests that exist, by file and title', () => {
    const wrong = rows.flatMap(([item, , , answer = '']) => {
      if (!answer.startsWith('test: ')) return []
      const [, path = '', title = ''] = /^test: `([^`]+)` [“"]([^”"]+)[”"]/.exec(answer) ?? []
      const fault = faultOf(path, title)
      return fault ? [`${item}: ${fault}`] : []
    })
    expect(wrong).toEqual([])
  })
})
