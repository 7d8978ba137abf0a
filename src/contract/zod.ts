import { config } from 'zod/mini'

// WeChat forbids `new Function`, which zod's JIT uses: all zod goes through this module, so that it is off before the first schema.
config({ jitless: true })

// names, not a namespace object: bundlers keep only what is used
export * from 'zod/mini'
