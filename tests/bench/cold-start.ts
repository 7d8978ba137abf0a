import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { atMost, median, type Row } from './row'

const ROUNDS = 11

/** Milliseconds that a fresh process needs to load a module. */
function loadTime(module: string): number {
  const script = `const t=process.hrtime.bigint();require(${JSON.stringify(module)});process.stdout.write(String(Number(process.hrtime.bigint()-t)/1e6))`
  return Number(execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }))
}

/** P16: loading a bundled function against loading the bare SDK, in turn, so that both meet the same machine. */
export function coldStartRows(): Row[] {
  const names = readdirSync('dist/cloudfunctions')
  const bare: number[] = []
  const bundled = new Map<string, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(loadTime('wx-server-sdk'))
    for (const name of names) bundled.get(name)?.push(loadTime(resolve('dist/cloudfunctions', name, 'index.js')))
  }
  return names.map((name) =>
    atMost(
      'P16',
      `cold load of ${name}, against the bare SDK`,
      median(bundled.get(name) ?? []) / median(bare),
      0.7,
      '×',
    ),
  )
}
