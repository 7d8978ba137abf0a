import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { run } from './child.mjs'
import { stampFor } from './fresh.mjs'
import { elapsed, say, stage, Told } from './tell.mjs'

const SHARED = ['src/domain', 'src/contract', 'package.json', 'package-lock.json']
const PAGES = [...SHARED, 'src/miniprogram', 'config/taro', 'config/index.ts', 'babel.config.cjs']

const taro = (type) => () =>
  run(
    process.execPath,
    ['node_modules/@tarojs/cli/bin/taro', 'build', '--type', type, '--no-check'],
    `${type} 没有构建成功。`,
    {
      NODE_ENV: 'production',
    },
  )

/** The openapi calls that each function may make, out of the cloud's description. */
async function openapiPermissions() {
  const { build } = await import('esbuild')
  const { outputFiles } = await build({ entryPoints: ['config/cloud.ts'], bundle: true, format: 'esm', write: false })
  const { cloud } = await import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
  )
  return Object.fromEntries(Object.entries(cloud.functions).map(([name, { openapi = [] }]) => [name, openapi]))
}

async function functions() {
  const { buildFunctions } = await import('./functions.mjs')
  await buildFunctions({ openapi: await openapiPermissions() })
}

async function demo() {
  const { buildDemoPage } = await import('./demo-page.mjs')
  await buildDemoPage()
}

/** What can be built, from what, and where it goes. */
const TARGETS = {
  cloudfunctions: {
    label: '构建云函数',
    sources: [...SHARED, 'cloudfunctions', 'config/cloud.ts', 'config/run/functions.mjs', 'config/functions'],
    build: functions,
  },
  h5: { label: '构建小程序网页版', sources: PAGES, build: taro('h5') },
  miniprogram: { label: '构建微信小程序', sources: [...PAGES, 'project.config.json'], build: taro('weapp') },
  demo: { label: '构建体验页', sources: [...SHARED, 'src/demo', 'config/run/demo-page.mjs'], build: demo },
}
export const ALL = ['cloudfunctions', 'miniprogram', 'h5']

async function buildOne(name) {
  const { label, sources, build } = TARGETS[name]
  // read before the build: what is changed meanwhile is built the next time
  const stamp = stampFor(`dist/.${name}.built`, sources)
  if (existsSync(`dist/${name}`) && stamp.matches()) return
  stamp.clear()
  await stage(label, () =>
    build().catch((fault) =>
      Promise.reject(fault instanceof Told ? fault : new Told(`${label}没有成功：${fault.message}`)),
    ),
  )
  stamp.mark()
}

/** Builds what is older than its sources, one after the other, a line for each. */
export async function buildAll(names = ALL) {
  for (const name of names) await buildOne(name)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildAll().catch((fault) => {
    console.error(fault.message)
    process.exitCode = 1
  })
  if (!process.exitCode) say(`构建完成，共 ${elapsed()} 秒。`)
}
