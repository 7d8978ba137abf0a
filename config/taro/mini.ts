import { resolve } from 'node:path'
import type { IMiniAppConfig } from '@tarojs/taro/types/compile'
import { sharedCode } from './shared-code'

export const mini: IMiniAppConfig = {
  compile: { include: sharedCode },
  optimizeMainPackage: { enable: true },
  // No piece of the kit relies on the order of its style sheet; see app.css.
  miniCssExtractPluginOption: { ignoreOrder: true },
  // Tokens are real px: 18 px in elder mode has to stay 18 px.
  postcss: { pxtransform: { enable: false, config: {} } },
  webpackChain(chain, webpack) {
    // WeChat's JavaScript has no AbortController, and react-query news one for each question.
    chain
      .plugin('abort-controller')
      .use(webpack.ProvidePlugin, [
        { AbortController: [resolve(__dirname, '../../src/miniprogram/lib/abort-controller.ts'), 'AbortController'] },
      ])
  },
}
