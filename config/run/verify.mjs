import { ALL, buildAll } from './build.mjs'
import { run } from './child.mjs'
import { stage } from './tell.mjs'
import { main, test } from './test.mjs'
import { checkNode, install } from './toolchain.mjs'

const node = (script, args, sentence) => run(process.execPath, [`node_modules/${script}`, ...args], sentence)
const figures = () =>
  run(
    process.execPath,
    ['--import', 'tsx', 'tests/bench/main.ts', '--counts'],
    '有数量或大小超过了目标，运行 npm run bench -- --counts 查看。',
  )

/** What CI runs: format, lint without warnings, types, builds, figures that are counts or sizes, tests. */
await main(async () => {
  checkNode()
  await install()
  await stage('检查格式', () => node('prettier/bin/prettier.cjs', ['--check', '.'], '格式不对，运行 npm run format。'))
  await stage('检查类型', () => node('typescript/bin/tsc', ['--noEmit'], '类型不对。'))
  await stage('检查写法', () => node('eslint/bin/eslint.js', ['--max-warnings', '0', '.'], '有写法要改。'))
  await buildAll(ALL)
  await stage('检查数量和大小', figures)
  return test()
})
