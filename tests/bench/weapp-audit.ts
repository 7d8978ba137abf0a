import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import type { Scored } from '../miniprogram/audit/score'
import { atMost, type Row } from './row'
import { choosingRows } from './weapp-paint'

const KB = 1024

/** The audit runs where the built mini-program runs, in jest's browser-like environment, and leaves its figures behind. */
function audited(): Scored[] {
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', 'weapp', '--testPathPattern', 'audit/audit.test']
  try {
    execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore'] })
  } catch {
    // a page that misses its goal fails there; here it is a row that says so
  }
  return JSON.parse(readFileSync('.cache/weapp-audit.json', 'utf8')) as Scored[] // the audit wrote it
}

const scored = ({ route, score, missed }: Scored): Row => ({
  id: 'audit',
  metric: `WeChat’s audit of ${route}`,
  goal: '100 of what is seen',
  measured: [String(score), ...Object.keys(missed)].join(' '),
  met: score === 100,
})

/** P18, P19 and the scored audit, for every page of the built mini-program. */
export function weappRows(): Row[] {
  const pages = audited()
  return [
    ...pages.map(scored),
    ...pages.flatMap(({ route, setData }) => [
      atMost('P18', `first paint of ${route}: setData`, setData.calls, 2),
      atMost('P18', `first paint of ${route}: bytes`, setData.bytes / KB, 24, ' KB'),
    ]),
    ...choosingRows(),
  ]
}
