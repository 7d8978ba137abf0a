import type { IH5Config } from '@tarojs/taro/types/compile'
import { sharedCode } from './shared-code'

const hashed = (folder: string, kind: string) => `${folder}/[name].[contenthash:8].${kind}`

export const h5: IH5Config = {
  publicPath: './',
  staticDirectory: 'static',
  router: { mode: 'hash' },
  compile: { include: sharedCode },
  output: { filename: hashed('js', 'js'), chunkFilename: hashed('js', 'js') },
  miniCssExtractPluginOption: {
    ignoreOrder: true,
    filename: hashed('css', 'css'),
    chunkFilename: hashed('css', 'css'),
  },
  postcss: { pxtransform: { enable: false, config: {} } },
}
