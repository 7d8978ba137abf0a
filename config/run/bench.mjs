import { buildAll } from './build.mjs'
import { hand } from './child.mjs'
import { main } from './test.mjs'
import { checkNode, install } from './toolchain.mjs'

/** One table: row, goal, measured, verdict; the same as JSON in .cache/bench.json. */
await main(async () => {
  checkNode()
  await install()
  await buildAll(['cloudfunctions', 'miniprogram'])
  return hand(['--import', 'tsx', 'tests/bench/main.ts'])
})
