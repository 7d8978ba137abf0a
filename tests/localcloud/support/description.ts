import type { CloudDescription } from '../../../config/cloud'

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
    ledger: { timeout: 3, memoryMB: 256, instances: 1 },
    echo: { timeout: 3, memoryMB: 256, instances: 2, openapi: ['subscribeMessage.send'] },
  },
} as const satisfies CloudDescription
