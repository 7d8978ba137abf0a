import { existsSync, statSync } from 'node:fs'
import { run } from './child.mjs'
import { stampFor } from './fresh.mjs'
import { stage, Told } from './tell.mjs'

const OLDEST_NODE = 20

export function checkNode(version = process.versions.node) {
  if (Number(version.split('.')[0]) >= OLDEST_NODE) return
  throw new Told(
    `需要 Node.js ${OLDEST_NODE} 或更新的版本，这台机器上是 ${version}。 Node.js ${OLDEST_NODE} or newer is needed; this is ${version}.`,
  )
}

const timeOf = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0)

/** npm writes its own copy of the lockfile when it has installed: newer than the lockfile, somebody has just done it. */
const installedByHand = () => timeOf('node_modules/.package-lock.json') > timeOf('package-lock.json')

/** Installs what the lockfile says, unless that is there already. */
export async function install() {
  const stamp = stampFor('node_modules/.installed', ['package-lock.json'])
  if (stamp.matches()) return
  if (!installedByHand()) {
    await stage('安装依赖（只在第一次，约一到两分钟）', () =>
      run('npm', ['ci', '--no-audit', '--no-fund'], '依赖没有装上，请检查网络后再运行一次。'),
    )
  }
  stamp.mark()
}
