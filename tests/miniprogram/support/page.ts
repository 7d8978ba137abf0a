import { waitFor, turn } from './wait-for'
import { attributeOf, matches, type WxElement, type WxNode, wxElements } from './wx-node'

/** The parts of a page's instance that WeChat itself calls. */
export type PageInstance = {
  route?: string
  options?: Record<string, string>
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
  onPullDownRefresh?(): void
  onReachBottom?(): void
}

type Target = string | WxElement

type Parts = {
  route: string
  /** When WeChat told it that it was opened. */
  openedAt: number
  host: HTMLElement
  instance: PageInstance
  /** Makes a node that can be touched of an element. */
  nodeOf: (element: WxElement) => WxNode
  /** Takes the page off the phone. */
  detach: () => void
}

const depthOf = (element: Element, host: Element): number =>
  element.parentElement && element !== host ? 1 + depthOf(element.parentElement, host) : 0

/** A page on the simulated phone, as a user meets it: by what it says and what can be touched. */
export function createPage({ route, openedAt, host, instance, nodeOf, detach }: Parts) {
  const all = (selector: string) => wxElements(host).filter((element) => matches(element, selector))
  const find = (selector: string) => all(selector)[0]
  const get = (target: Target) => {
    const element = typeof target === 'string' ? find(target) : target
    if (!element) throw new Error(`${route} has no ${String(target)}; it says: ${host.textContent}`)
    return element
  }
  const dispatch = async (target: Target, name: string, options: { bubbles?: boolean; detail?: unknown } = {}) => {
    nodeOf(get(target)).dispatchEvent(name, options)
    await turn()
  }

  return {
    route,
    openedAt,
    host,
    instance,
    all,
    find,
    get,
    has: (selector: string) => find(selector) !== undefined,
    text: (target?: Target) => (target ? get(target) : host).textContent ?? '',
    says: (words: string) => (host.textContent ?? '').includes(words),
    /** The innermost node whose whole text is this. */
    byText: (words: string) =>
      wxElements(host)
        .filter((element) => element.textContent === words)
        .at(-1),
    attribute: (target: Target, name: string) => attributeOf(get(target), name),
    /** A finger on a node, by selector, node or its words. */
    async tap(target: Target) {
      await dispatch(target, 'touchstart')
      await dispatch(target, 'touchend')
      await turn(5)
    },
    /** What a built-in tells: input, blur, change, confirm, getphonenumber. */
    async fire(target: Target, event: string, detail: unknown = {}) {
      await dispatch(target, event, { bubbles: true, detail })
      await turn(5)
    },
    /** Types into an input and leaves it. */
    async type(target: Target, value: string) {
      for (const event of ['focus', 'input', 'blur']) await this.fire(target, event, { value })
    },
    /** Waits for words, and answers the page's whole text. */
    waitForText: (words: string) =>
      waitFor(() => {
        const text = host.textContent ?? ''
        if (!text.includes(words)) throw new Error(`${route} does not say 「${words}」 but: ${text}`)
        return text
      }),
    /** Nodes, depth and the largest number of children: what WeChat's audit counts. */
    shape() {
      const elements = wxElements(host)
      return {
        nodes: elements.length,
        depth: Math.max(0, ...elements.map((element) => depthOf(element, host))),
        children: Math.max(0, ...elements.map((element) => element.childElementCount)),
      }
    },
    show() {
      host.style.display = ''
      instance.onShow?.()
    },
    hide() {
      host.style.display = 'none'
      instance.onHide?.()
    },
    unload() {
      instance.onUnload?.()
      detach()
      host.remove()
    },
  }
}

export type Page = ReturnType<typeof createPage>
