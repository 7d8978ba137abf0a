import type { Services } from '../services'

export type Health = { ok: boolean; store: boolean; missingFunctions: string[] }

/** Healthy = the store answers and every declared function has been built. */
export const healthOf = (services: Services | null): Health => {
  if (!services) return { ok: false, store: false, missingFunctions: [] }
  const store = services.store.alive
  const missingFunctions = services.pool.missing()
  return { ok: store && missingFunctions.length === 0, store, missingFunctions }
}
