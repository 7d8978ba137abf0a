import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { run } from './child.mjs'
import { stage } from './tell.mjs'

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]
/** The newest that still runs on Node 20; its font package carries Chinese. */
const PACKAGES = ['@sparticuz/chromium@143.0.0', '@expo-google-fonts/noto-sans-sc@0.4.3']
const FOLDER = resolve('.cache/browser')

const hasChinese = () => spawnSync('fc-list', [':lang=zh-cn', 'family']).stdout?.length > 0
const isDebianRoot = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

async function fromDebian() {
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  await run('apt-get', ['update'], '软件源没有更新成功。', env)
  await run(
    'apt-get',
    ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig'],
    '浏览器没有装上。',
    env,
  )
  return '/usr/bin/chromium'
}

/** Chromium and a Chinese font out of npm packages, for whoever may not install packages of the system. */
async function fromNpm() {
  mkdirSync(FOLDER, { recursive: true })
  if (!existsSync(join(FOLDER, 'package.json'))) writeFileSync(join(FOLDER, 'package.json'), '{ "private": true }')
  await run('npm', ['install', '--prefix', FOLDER, '--no-audit', '--no-fund', ...PACKAGES], '浏览器没有装上。')
  const require = createRequire(join(FOLDER, 'index.js'))
  const script = `import(${JSON.stringify(require.resolve('@sparticuz/chromium'))}).then(async (m) => console.log(await m.default.executablePath()))`
  const path = execFileSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' }).trim()
  const fonts = join(FOLDER, 'node_modules/@expo-google-fonts/noto-sans-sc')
  const folder = readdirSync(fonts).find((name) => name.startsWith('400')) ?? '.'
  const config = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${join(fonts, folder)}</dir><cachedir>${join(FOLDER, 'fonts')}</cachedir></fontconfig>`
  writeFileSync(join(FOLDER, 'fonts.conf'), config)
  process.env.FONTCONFIG_FILE = join(FOLDER, 'fonts.conf')
  return path
}

/** Path of a Chromium that shows Chinese; installs what is missing. `CHROMIUM_PATH` names one's own. */
export async function browser() {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  const found = KNOWN.find(existsSync)
  if (found && (process.platform !== 'linux' || hasChinese())) return found
  return stage('安装测试用的浏览器和中文字体（只在第一次）', () => (isDebianRoot() ? fromDebian() : fromNpm()))
}
