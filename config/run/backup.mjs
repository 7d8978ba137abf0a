import { join } from 'node:path'
import { hand } from './child.mjs'
import { Told } from './tell.mjs'
import { main } from './test.mjs'

const HOME = process.env.LOCALCLOUD_HOME ?? '.localcloud'
const USAGE = {
  backup: '用法：npm run backup -- <备份到的空文件夹> [数据文件夹]',
  restore: '用法：npm run restore -- <备份文件夹> [空的数据文件夹]',
}

/** `npm run backup` and `npm run restore`; the data folder is that of `npm start` unless another is named. */
await main(async () => {
  const [verb, folder, data = join(HOME, 'data')] = process.argv.slice(2)
  if (!folder) throw new Told(USAGE[verb])
  const way = verb === 'backup' ? [data, folder] : [folder, data]
  return hand(['--import', 'tsx', 'src/localcloud/backup/main.ts', verb, ...way])
})
