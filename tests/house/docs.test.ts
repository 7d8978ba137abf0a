import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { generatedPages } from '../../config/docs/pages'

const ROOT = resolve(__dirname, '../..')

test.each(Object.entries(generatedPages()))('docs/%s says what the code says (npm run docs)', (name, text) => {
  expect(readFileSync(join(ROOT, 'docs', name), 'utf8')).toBe(text)
})

test.each(['README.md', 'README.en.md', 'CONTRIBUTING.md', 'docs/local-cloud.md'])(
  'every link of %s leads somewhere',
  (page) => {
    const text = readFileSync(join(ROOT, page), 'utf8')
    const links = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(([, target]) => String(target))
    const dead = links.filter((target) => !existsSync(join(ROOT, page, '..', target)))
    expect(dead).toEqual([])
  },
)

test('every row that npm run bench prints is explained in docs/figures.md', () => {
  const providers = readFileSync(join(ROOT, 'tests/bench/providers.ts'), 'utf8')
  const explained = readFileSync(join(ROOT, 'docs/figures.md'), 'utf8')
  const rows = [...providers.matchAll(/'(P\d+)'/g)].map(([, row]) => String(row))
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.filter((row) => !explained.includes(`| ${row} `))).toEqual([])
})
