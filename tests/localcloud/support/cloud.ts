import path from 'node:path'
import { startCloud, type Cloud, type CloudOptions } from '../../../src/localcloud/start'
import { description } from './description'
import { temporaryFolder } from './folder'

export type TestCloud = Cloud & { dir: string }

/** A cloud of its own for a suite. */
export const startTestCloud = async (more: Partial<CloudOptions> = {}): Promise<TestCloud> => {
  const dir = more.dir ?? temporaryFolder()
  const cloud = await startCloud({
    dir,
    description,
    functionsDir: path.join(__dirname, 'functions'),
    log: () => undefined,
    durable: false,
    scans: 'report',
    ...more,
  })
  return { ...cloud, dir }
}
