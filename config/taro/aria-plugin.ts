import { resolve } from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ariaComponents } from './aria-components'

type Platform = {
  template?: { mergeComponents(ctx: IPluginContext, patch: typeof ariaComponents): void }
  runtimePath: string | string[]
}

/** Taro's WeChat templates drop aria attributes: this puts them back, at build time and at run time. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!platform.template) return
      platform.runtimePath = [platform.runtimePath, resolve(__dirname, 'aria-runtime.ts')].flat()
      platform.template.mergeComponents(ctx, ariaComponents)
    },
  })
}
