import type { PaintLog } from './paint-log'

type Definition = Record<string, unknown> & { data?: unknown; behaviors?: unknown[]; options?: object; is?: string }
type Define = (definition: Definition) => void
type Scope = Record<string, unknown>
type Painted = Parameters<PaintLog['watch']>[0]

/** Notes the setData of components that paint themselves, such as Taro's CustomWrapper. */
export function watchComponents(scope: Scope, paints: PaintLog) {
  const define = scope.Component as Define // miniprogram-simulate has just put it there
  const behaviour = scope.Behavior as (definition: object) => unknown // and this one
  const recorder = behaviour({
    created(this: Painted) {
      paints.watch(this, 'component')
    },
  })
  scope.Component = (definition: Definition) => {
    const isPage = definition.is === 'page'
    define(isPage ? definition : { ...definition, behaviors: [...(definition.behaviors ?? []), recorder] })
  }
}

/** A page is a component whose lifecycle functions are plain methods. */
export const pageComponent = (scope: Scope) => (page: Definition) => {
  const methods = Object.fromEntries(Object.entries(page).filter(([, value]) => typeof value === 'function'))
  const define = scope.Component as Define
  define({
    is: 'page',
    data: JSON.parse(JSON.stringify(page.data ?? {})) as unknown,
    methods,
    behaviors: page.behaviors ?? [],
    options: { addGlobalClass: true },
  })
}
