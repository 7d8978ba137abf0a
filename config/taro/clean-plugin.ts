import { rmSync } from 'node:fs'
import type { IPluginContext } from '@tarojs/service'

/** Empties the output folder before a build: Taro leaves the files of deleted pages behind. */
export default (ctx: IPluginContext) => {
  ctx.onBuildStart(() => rmSync(ctx.paths.outputPath, { recursive: true, force: true }))
}
