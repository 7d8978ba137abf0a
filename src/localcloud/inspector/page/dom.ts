type Attributes = Record<string, string | boolean | undefined>

/** An element with attributes, and texts or elements inside; never markup. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(key, value)
    else made.toggleAttribute(key, value === true)
  }
  made.append(...inside)
  return made
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no ${id}`)
  return found
}

export function button(label: string, onClick: () => void): HTMLButtonElement {
  const made = el('button', { type: 'button' }, label)
  made.addEventListener('click', onClick)
  return made
}

export const tag = (words: string, kind = '') => el('span', { class: `tag ${kind}` }, words)

/** Sets a text only when it is another one: nothing flickers, and nothing is read out twice. */
export function say(element: HTMLElement, words: string): void {
  if (element.textContent !== words) element.textContent = words
}
