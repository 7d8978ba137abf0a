import { resolve } from 'node:path'

const root = resolve(__dirname, '../..')

/** Code outside the source root that has to be transpiled: our own rooms, and packages written in newer JavaScript than phones know. */
export const sharedCode = [
  resolve(root, 'src/domain'),
  resolve(root, 'src/contract'),
  __dirname,
  ...['@tanstack', 'zod', 'react-hook-form'].map((name) => resolve(root, 'node_modules', name)),
]
