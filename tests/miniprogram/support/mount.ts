import { join } from 'node:path'
import { DIST } from './dist'
import { createPage, type Page, type PageInstance } from './page'
import type { PaintLog } from './paint-log'
import { turn } from './wait-for'
import type { WxElement, WxNode } from './wx-node'

type Instance = PageInstance & { setData(data: Record<string, unknown>, done?: () => void): void }

type Root = WxNode & {
  instance: Instance
  attach(host: HTMLElement): void
  detach(): void
}

/** The part of miniprogram-simulate that is used: its own types know components only. */
export type Simulate = {
  load(path: string, tagName: string, options: unknown): string
  render(id: string): Root
}

type NodeClass = new (exparser: unknown) => WxNode

/** Mounts built pages: WeChat's own compiler for the templates, exparser for the components. */
export function createMount(
  simulate: Simulate,
  shared: () => Record<string, string>,
  paints: PaintLog,
  onMounted: (page: Page) => void,
) {
  const ids = new Map<string, string>()
  const idOf = (route: string) => {
    // The bundle of a page runs once: jest keeps modules.
    const known = ids.get(route)
    if (known) return known
    const options = {
      rootPath: DIST,
      compiler: 'official',
      compilerOptions: { maxBuffer: 64 << 20 },
      usingComponents: shared(),
    }
    const id = simulate.load(join(DIST, route), 'page', options)
    ids.set(route, id)
    return id
  }

  return async (route: string, query: Record<string, string>): Promise<Page> => {
    const root = simulate.render(idOf(route))
    const { instance } = root
    instance.route = route
    instance.options = query
    paints.watch(instance, route)

    const host = document.createElement('div')
    document.body.appendChild(host)
    // j-component does not export the class of its nodes; a root's class extends it.
    const NodeOf = Object.getPrototypeOf(root.constructor) as NodeClass
    const nodeOf = (element: WxElement) => new NodeOf(element.__wxElement)
    const page = createPage({ route, openedAt: performance.now(), host, instance, nodeOf, detach: () => root.detach() })
    onMounted(page)

    root.attach(host)
    instance.onLoad?.(query)
    instance.onShow?.()
    await turn(10)
    instance.onReady?.()
    await turn(10)
    return page
  }
}
