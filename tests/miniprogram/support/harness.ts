import { join } from 'node:path'
import { type Answer, createCalls, type Options } from './calls'
import { usualAnswers } from './answers'
import { cloudOf, type CloudOptions } from './cloud'
import { createStorage } from './device-storage'
import { builtRoutes, DIST } from './dist'
import { createHappenings } from './happenings'
import { createMount, type Simulate } from './mount'
import { createPageStack } from './page-stack'
import type { Page } from './page'
import { createPaintLog } from './paint-log'
import { type Phone, phoneApis } from './phone'
import { pageComponent, watchComponents } from './register'
import { type Registry, sharedComponents } from './shared-components'
import { waitFor } from './wait-for'

export type BootOptions = CloudOptions & {
  phone?: Phone
  /** Scripted answers of the phone, by api: `{ showModal: () => ({ confirm: false }) }`. May be changed while the test runs. */
  answers?: Record<string, Answer>
}

type AppHooks = { onLaunch?(options: unknown): void; onShow?(options: unknown): void }

// WeChat's globals have no types here, and jsdom's window has no room for them.
const scope = globalThis as unknown as Record<string, unknown>

// A page of several hundred nodes takes the simulated client a good while.
jest.setTimeout(30_000)

/** Starts the built mini-program on a simulated phone. One test file boots once. */
export async function boot(options: BootOptions = {}) {
  const routes = builtRoutes()
  const calls = createCalls()
  const paints = createPaintLog()
  const storage = createStorage()
  const happenings = createHappenings()
  const answers: Record<string, Answer> = { ...usualAnswers(), ...options.answers }
  let hooks: AppHooks = {}

  const mount = (route: string, query: Record<string, string>): Promise<Page> => mountPage(route, query)
  const stack = createPageStack(calls, routes, mount)
  const phone = phoneApis(options.phone ?? {}, routes[0] ?? '')

  const asked = (api: string) => [
    api,
    (given: Options = {}) => calls.settle(api, given, (sent) => answers[api]?.(sent)),
  ]
  // wx must be there before miniprogram-simulate, which puts its own stubs under it.
  scope.wx = {
    ...Object.fromEntries(Object.keys(answers).map(asked)),
    ...phone,
    // deprecated by WeChat: whoever still asks is noted
    getSystemInfoSync: () => {
      calls.log.push({ api: 'getSystemInfoSync', options: {} })
      return phone.getSystemInfoSync()
    },
    ...storage.apis,
    ...happenings.apis,
    ...stack.apis,
    ...updates(),
    cloud: cloudOf(calls, options),
  }
  scope.getApp = () => hooks
  scope.getCurrentPages = () => stack.pages.map(({ instance }) => instance)
  scope.App = (given: AppHooks) => (hooks = given)
  scope.__wxConfig = { pages: routes }

  // Its own types describe components; what is used of it is in Simulate.
  const simulate = (await import('miniprogram-simulate')) as unknown as Simulate
  // the registry that miniprogram-simulate has just loaded, whose types know components only
  const shared = sharedComponents((await import('j-component')).default as unknown as Registry)
  watchComponents(scope, paints)
  scope.Page = pageComponent(scope)
  const mountPage = createMount(simulate, shared, paints, (page) => stack.pages.push(page))

  await import(join(DIST, 'app.js'))
  hooks.onLaunch?.(phone.getLaunchOptionsSync())
  hooks.onShow?.(phone.getLaunchOptionsSync())

  const top = () => {
    const page = stack.top()
    if (!page) throw new Error('no page is open')
    return page
  }
  return {
    routes,
    calls,
    paints,
    answers,
    storage: storage.kept,
    happen: happenings.happen,
    pages: stack.pages,
    top,
    /** Opens a page as if the program had just been started there: `pages/home/index?from=card`. */
    async open(url: string) {
      stack.dropAll()
      await stack.apis.reLaunch?.({ url: url.startsWith('/') ? url : `/${url}` })
      return top()
    },
    back: () => stack.apis.navigateBack?.({}),
    /** The page on top, once it is this one. */
    arriveAt: (route: string) =>
      waitFor(() => {
        if (top().route !== route) throw new Error(`expected ${route}, but ${top().route} is on top`)
        return top()
      }),
    close: () => stack.dropAll(),
  }
}

export type Weapp = Awaited<ReturnType<typeof boot>>

// Nothing has a height here, and no question for one is answered.
const unmeasured = { select: () => unmeasured, boundingClientRect: () => unmeasured, exec: () => undefined }

const updates = () => ({
  createSelectorQuery: () => unmeasured,
  getUpdateManager: () => ({ onCheckForUpdate() {}, onUpdateReady() {}, onUpdateFailed() {}, applyUpdate() {} }),
  getFileSystemManager: () => ({
    getFileInfo: ({ success }: { success?: (info: { size: number }) => void }) => success?.({ size: 150_000 }),
  }),
})
