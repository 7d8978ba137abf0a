import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CloudDescription } from '../../../config/cloud'
import { startCloud, type Cloud, type CloudOptions } from '../../../src/localcloud/start'

export const description = {
  collections: {
    things: { indexes: [{ name: 'group', keys: { group: 1, n: -1 } }] },
    unique: {
      indexes: [
        { name: 'key', keys: { key: 1 }, unique: true },
        { name: 'pair', keys: { left: 1, right: 1 }, unique: true },
      ],
    },
    tree: { indexes: [{ name: 'below', keys: { anc: 1, 'state.now': 1, at: -1, _id: -1 } }] },
    orders: { indexes: [] },
    plain: { indexes: [] },
  },
  functions: {
    order: { timeout: 3, memoryMB: 256, instances: 4, timer: { name: 'tick', cron: '0 0 2 * * * *' } },
    echo: { timeout: 3, memoryMB: 256, instances: 2, openapi: ['subscribeMessage.send'] },
  },
} as const satisfies CloudDescription

export const temporaryFolder = () => mkdtempSync(path.join(tmpdir(), 'localcloud-'))

export type TestCloud = Cloud & { dir: string; end(): Promise<void> }

/** A cloud of its own for a suite; `end()` closes it and removes its data. */
export const startTestCloud = async (more: Partial<CloudOptions> = {}): Promise<TestCloud> => {
  const dir = more.dir ?? temporaryFolder()
  const cloud = await startCloud({
    dir,
    description,
    functionsDir: path.join(__dirname, 'functions'),
    log: () => undefined,
    durable: false,
    ...more,
  })
  const end = async () => {
    await cloud.close()
    rmSync(dir, { recursive: true, force: true })
  }
  return { ...cloud, dir, end }
}
