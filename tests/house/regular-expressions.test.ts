import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import ts from 'typescript'

const ROOT = resolve(__dirname, '../..')
const FOLDERS = ['src/domain', 'src/contract', 'src/miniprogram', 'cloudfunctions']
const LENGTH = 50_000
const MOST_MS = 10

const sourcesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourcesIn(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })

/** Every regular expression that is written in a file of the product. */
function expressionsIn(file: string): { where: string; source: string }[] {
  const parsed = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true)
  const found: { where: string; source: string }[] = []
  const visit = (node: ts.Node) => {
    if (ts.isRegularExpressionLiteral(node)) found.push({ where: relative(ROOT, file), source: node.text })
    ts.forEachChild(node, visit)
  }
  visit(parsed)
  return found
}

const expressions = FOLDERS.flatMap((folder) => sourcesIn(join(ROOT, folder)))
  .flatMap(expressionsIn)
  .filter(
    ({ source, where }, index, all) =>
      all.findIndex((each) => each.source === source && each.where === where) === index,
  )

const compiled = (source: string) => {
  const end = source.lastIndexOf('/')
  return new RegExp(source.slice(1, end), source.slice(end + 1))
}

/** Texts that make a backtracking expression try everything: runs of what it might take, with an end that it cannot take. */
const ADVERSARIES = [
  'a', '1', ' ', '-', '.', '团', '(', '"', '=', 'a1', 'a ', '1-', '\t ', '\n', '/a', 'aA', '班,', '%2', '1_a', '<a', 'at ', '0x', ':',
].flatMap((unit) => {
  const run = unit.repeat(Math.ceil(LENGTH / unit.length)).slice(0, LENGTH)
  return [`${run}\u0001`, `x${run}!`]
}) // prettier-ignore

/** The best of three: what the machine does beside it is not the expression's fault. */
function fastest(expression: RegExp, text: string): number {
  const times = [0, 1, 2].map(() => {
    expression.lastIndex = 0
    const started = performance.now()
    expression.test(text)
    return performance.now() - started
  })
  return Math.min(...times)
}

test('there are regular expressions to look at', () => {
  expect(expressions.length).toBeGreaterThan(40)
})

test.each(expressions)('$where $source: 50 KB made against it cost it at most 10 ms', ({ source }) => {
  const expression = compiled(source)
  const slow = ADVERSARIES.filter((text) => fastest(expression, text) > MOST_MS).map((text) => text.slice(0, 10))
  expect(slow).toEqual([])
})

test('an expression that tries everything is found out', () => {
  expect(fastest(/(a+)+$/, `${'a'.repeat(24)}!`)).toBeGreaterThan(MOST_MS)
})
