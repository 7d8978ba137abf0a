import { buildAll } from './build.mjs'
import { hand } from './child.mjs'
import { main } from './test.mjs'
import { checkNode, install } from './toolchain.mjs'

/**
 * One table: row, goal, measured, verdict; the same as JSON in .cache/bench.json. `npm run bench -- P10 P12` measures rows
 * that begin so, `--quick` leaves out what takes minutes, `--counts` leaves out times as well.
 */
await main(async () => {
  checkNode()
  await install()
  await buildAll(['cloudfunctions', 'miniprogram'])
  return hand(['--import', 'tsx', 'tests/bench/main.ts', ...process.argv.slice(2)])
})
