import { join } from 'node:path'
import { DIST } from './dist'

type Definition = { id?: string; path?: string }
export type Registry = { register(definition: Definition): unknown }

/** Taro's own components, which every page uses. */
const SHARED = ['comp', 'custom-wrapper'] as const

/**
 * Their files run once, with the first page that is loaded, for jest keeps modules; miniprogram-simulate would register them
 * anew for every page and find nothing. Later pages are given the ids of the first registration instead.
 */
export function sharedComponents(registry: Registry) {
  const ids: Record<string, string> = {}
  const { register } = registry
  registry.register = (definition) => {
    const name = SHARED.find((one) => definition.path === join(DIST, one))
    if (name && definition.id) ids[name] = definition.id
    return register(definition)
  }
  return () => ({ ...ids })
}
