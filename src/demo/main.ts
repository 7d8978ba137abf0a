import { createWriteStream, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloud as description } from '../../config/cloud'
import { readKeyring } from '../../cloudfunctions/_platform/crypto/keyring'
import { startCloud, type Cloud } from '../localcloud/start'
import { developmentKeys, functionEnvironment, type DevelopmentKeys } from './environment'
import { fill, isFilled } from './fill'
import { buildProvince } from './province/build'
import { publish } from './site'
import { Mendable, readPort, sentenceOf } from './sentences'

/** Tests start in a folder of their own, beside whoever is at work in the usual one. */
const HOME = process.env.LOCALCLOUD_HOME ?? '.localcloud'
const DATA = join(HOME, 'data')
const KEYS = join(HOME, 'keyring.json')
/** Lies there while the province is being written: a start that was broken off is done again. */
const UNFINISHED = join(HOME, 'unfinished')
/** The process that uses the data now. */
const USER = join(HOME, 'pid')
const GUIDE = join(HOME, 'guide.json')
const SITE = join(HOME, 'demo-site')
const LOG = join(HOME, 'cloud.log')

const say = (line: string) => console.log(line)
const seconds = (since: number) => ((Date.now() - since) / 1000).toFixed(1)

const isAlive = (pid: number): boolean => {
  try {
    return pid > 0 && process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Makes the folder ready, and refuses to take away data that another start is using. */
function prepare(reset: boolean): void {
  const user = existsSync(USER) ? Number(readFileSync(USER, 'utf8')) : 0
  if (reset && isAlive(user)) throw new Mendable('这份数据正被另一个 npm start 使用，请先结束那一个，再重新来过。')
  if (reset) rmSync(HOME, { recursive: true, force: true })
  else if (existsSync(UNFINISHED)) rmSync(DATA, { recursive: true, force: true })
  if (existsSync(DATA) && !existsSync(KEYS))
    throw new Mendable('数据的密钥不见了，只能重新来过：npm start -- --reset。')
  mkdirSync(HOME, { recursive: true })
}

function readKeys(): DevelopmentKeys {
  try {
    const keys = developmentKeys(KEYS)
    readKeyring(keys)
    return keys
  } catch (fault) {
    throw new Mendable('密钥文件 .localcloud/keyring.json 读不出来，可以重新来过：npm start -- --reset。', {
      cause: fault,
    })
  }
}

async function seed(cloud: Cloud, keys: DevelopmentKeys): Promise<void> {
  Object.assign(process.env, cloud.sdkEnv(), functionEnvironment(cloud.url, keys))
  const filled = await isFilled()
  if (filled && existsSync(GUIDE)) return
  const since = Date.now()
  const province = buildProvince(readKeyring(keys), new Date(cloud.clock.now()))
  if (!filled) {
    writeFileSync(UNFINISHED, '')
    await fill(province, (done) => say(`  … 填充示例省：${done}`))
  }
  writeFileSync(GUIDE, JSON.stringify(province.guide))
  rmSync(UNFINISHED, { force: true })
  say(`  ✓ 填充示例省：${province.orgs.length} 个组织、${province.people.length} 人，${seconds(since)} 秒`)
}

function announce(url: string): void {
  say('')
  say(`  体验页        ${url}/demo/`)
  say(`  小程序网页版  ${url}/`)
  say(`  已发消息      ${url}/outbox`)
  say(`  检查台        ${url}/inspector`)
  say(`  健康检查      ${url}/health`)
  say('')
  say('  按 Ctrl-C 结束；数据留在 .localcloud，npm start -- --reset 重新来过。')
}

async function main(): Promise<void> {
  const port = readPort(process.env.PORT)
  prepare(process.argv.includes('--reset'))
  const keys = readKeys()
  const log = createWriteStream(LOG)
  const cloud = await startCloud({
    dir: DATA,
    description,
    functionsDir: 'dist/cloudfunctions',
    env: (url) => functionEnvironment(url, keys),
    port,
    timers: true,
    inspector: true,
    watch: true,
    sites: { '/': 'dist/h5', '/demo': SITE },
    log: (line) => void log.write(`${line}\n`),
  })
  writeFileSync(USER, String(process.pid))
  let closing = false
  const close = async () => {
    if (closing) return
    closing = true
    await cloud.close()
    rmSync(USER, { force: true })
    log.end()
    say('\n  已结束，数据还在。')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close())
  await seed(cloud, keys)
  publish({ built: 'dist/demo', guide: GUIDE, site: SITE })
  announce(cloud.url)
}

main().catch((fault: unknown) => {
  console.error(`✗ ${sentenceOf(fault)}`)
  process.exit(1)
})
