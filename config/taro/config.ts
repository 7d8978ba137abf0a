import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'
// Loaded here because Taro transpiles a plugin's own file, but nothing that the plugin imports.
import './aria-components'
import { h5 } from './h5'
import { mini } from './mini'

const outputs: Record<string, string> = { weapp: 'dist/miniprogram', h5: 'dist/h5' }

export default defineConfig<'webpack5'>(async () => ({
  projectName: 'zhihui-tuanjian',
  date: '2026-1-1',
  designWidth: 375,
  deviceRatio: { 375: 1 },
  sourceRoot: 'src/miniprogram',
  outputRoot: outputs[process.env.TARO_ENV ?? ''] ?? `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [resolve(__dirname, 'clean-plugin.ts'), resolve(__dirname, 'aria-plugin.ts')],
  defineConstants: {},
  mini,
  h5,
}))
