/** A node of the simulated client, as j-component hands it out. */
export type WxNode = {
  dom: HTMLElement
  dispatchEvent(name: string, options?: { bubbles?: boolean; detail?: unknown }): void
}

type Attribute = { name: string; value: unknown }

/** What exparser keeps behind an element of the DOM. */
export type Exparser = { id?: string; class?: string; _vt?: { attrs?: Attribute[] } }

export type WxElement = HTMLElement & { __wxElement?: Exparser }

const isWxElement = (element: Element): element is WxElement => '__wxElement' in element

/** The exparser nodes below an element, in the order of the document. */
export const wxElements = (host: HTMLElement) => [...host.querySelectorAll('*')].filter(isWxElement)

// The client puts the component's name before a class, with two dashes.
const classesOf = (node: Exparser | undefined) =>
  (node?.class ?? '').split(/\s+/).map((name) => name.replace(/^.*?--/, ''))

/** `#id`, `.class` or the name of a built-in such as `input`. */
export const matches = (element: WxElement, selector: string) => {
  const node = element.__wxElement
  if (selector.startsWith('#')) return node?.id === selector.slice(1)
  if (selector.startsWith('.')) return classesOf(node).includes(selector.slice(1))
  return element.tagName.toLowerCase() === `wx-${selector}`
}

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())

/** An attribute as the template set it: `aria-label`, `value`, `disabled`. */
export const attributeOf = (element: WxElement, name: string): unknown =>
  element.__wxElement?._vt?.attrs?.find((attribute) => camel(attribute.name) === camel(name))?.value
