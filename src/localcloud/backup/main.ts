import { existsSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../fault'
import { openStore } from '../store/open'
import { backup } from './backup'
import type { Manifest } from './manifest'
import { restore } from './restore'

/** The data folder is checked and kept from others; one in use is in good hands already. */
const guarded = (dir: string): (() => void) => {
  if (!existsSync(path.join(dir, 'data.db'))) return () => undefined
  try {
    return openStore(dir, true).close
  } catch (thrown) {
    if (/is in use by another local cloud/.test(messageOf(thrown))) return () => undefined
    throw thrown
  }
}

const run = (verb: string, from: string, to: string): Manifest => {
  if (verb === 'restore') return restore(from, to)
  const done = guarded(from)
  try {
    return backup(from, to)
  } finally {
    done()
  }
}

const [verb = '', from = '', to = ''] = process.argv.slice(2)
try {
  const { at, collections, files } = run(verb, from, to)
  const rows = Object.values(collections).reduce((sum, each) => sum + each.rows, 0)
  console.log(`  ✓ ${from} → ${to}：${rows} 个文档，${Object.keys(files).length - 1} 个文件，时点 ${at}`)
} catch (thrown) {
  console.error(`✗ ${messageOf(thrown)}`)
  process.exitCode = 1
}
