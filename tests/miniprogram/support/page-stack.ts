import { addressOf } from './address'
import type { Answer, Calls, Options } from './calls'
import type { Page } from './page'

const DEEPEST = 10

type Open = (route: string, query: Record<string, string>) => Promise<Page>

/** The pages that lie on each other, and the five ways to move between them. */
export function createPageStack(calls: Calls, routes: readonly string[], mount: Open) {
  const pages: Page[] = []
  const top = () => pages.at(-1)

  const open: Open = async (route, query) => {
    if (!routes.includes(route)) throw new Error(`page "${route}" is not found`)
    const page = await mount(route, query)
    return page
  }
  const goTo = (options: Options) => {
    const { route, query } = addressOf(String(options.url), top()?.route)
    return open(route, query)
  }
  const drop = () => pages.pop()?.unload()
  const dropAll = () => {
    while (pages.length) drop()
  }

  const moves: Record<string, Answer> = {
    async navigateTo(options) {
      if (pages.length >= DEEPEST) throw new Error('webview count limit exceed')
      top()?.hide()
      await goTo(options)
    },
    async redirectTo(options) {
      const { route, query } = addressOf(String(options.url), top()?.route)
      drop()
      await open(route, query)
    },
    async reLaunch(options) {
      dropAll()
      await goTo(options)
    },
    navigateBack({ delta = 1 }) {
      for (let left = Number(delta); left > 0 && pages.length > 1; left -= 1) drop()
      top()?.show()
    },
  }
  const apis = Object.fromEntries(
    Object.entries(moves).map(([api, move]) => [api, (options: Options = {}) => calls.settle(api, options, move)]),
  )
  return { pages, top, dropAll, apis }
}
