import { fileURLToPath } from 'node:url'
import { endAll, hand } from './child.mjs'
import { elapsed, say, Told } from './tell.mjs'
import { checkNode, install } from './toolchain.mjs'

process.chdir(fileURLToPath(new URL('../..', import.meta.url)))

let ending = false
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    ending = true
    endAll()
  })
}

// a shell between npm and this program may be ended without passing the signal on
const parent = process.ppid
const watch = setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000)
if (process.env.npm_lifecycle_event === undefined) clearInterval(watch)
watch.unref()

async function start() {
  checkNode()
  say('智慧团建：准备中')
  await install()
  // the builders are among what was installed just now
  const { buildAll } = await import('./build.mjs')
  await buildAll(['cloudfunctions', 'h5', 'demo'])
  if (ending) return 0
  say(`  ✓ 就绪，共 ${elapsed()} 秒，正在启动本地云`)
  return hand(['--import', 'tsx', 'src/demo/main.ts', ...process.argv.slice(2)])
}

const code = await start().catch((fault) => {
  if (!ending) console.error(fault instanceof Told ? `✗ ${fault.message}` : fault)
  return 1
})
process.exitCode = ending ? 0 : code
