import { fileURLToPath } from 'node:url'
import { endAll, hand } from './child.mjs'
import { say, Told } from './tell.mjs'
import { checkNode, install } from './toolchain.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, endAll)

/** Everything that `npm test` needs on a new machine, then every test. Arguments go to jest. */
export async function test(args = []) {
  checkNode()
  await install()
  const { buildAll } = await import('./build.mjs')
  await buildAll(['cloudfunctions', 'miniprogram', 'h5', 'demo'])
  const { browser } = await import('./browser.mjs')
  process.env.CHROMIUM_PATH = await browser()
  say('运行测试')
  return hand(['node_modules/jest/bin/jest.js', '--maxWorkers=2', ...args])
}

/** Whoever called this file wants the exit code; whoever imported it calls `test`. */
export const main = (work) =>
  work().then(
    (code) => (process.exitCode = code),
    (fault) => {
      console.error(fault instanceof Told ? `✗ ${fault.message}` : fault)
      process.exitCode = 1
    },
  )

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(() => test(process.argv.slice(2)))
