type Attributes = Record<string, string | boolean>

/** An element with attributes, and texts or elements inside. */
export function el<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...inside: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'string') made.setAttribute(key, value)
    else made.toggleAttribute(key, value)
  }
  made.append(...inside)
  return made
}

export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (!found) throw new Error(`the page has no ${id}`)
  return found
}

export function button(label: string, onClick: () => void, attributes: Attributes = {}): HTMLButtonElement {
  const made = el('button', { type: 'button', ...attributes }, label)
  made.addEventListener('click', onClick)
  return made
}

const SHOWN = 1200

/** Copies a text and says so for a moment. */
export function copyButton(what: string, text: () => string): HTMLButtonElement {
  const made = button('复制', () => {
    void navigator.clipboard.writeText(text()).then(
      () => (made.textContent = '已复制'),
      () => (made.textContent = '请手动选取'),
    )
    setTimeout(() => (made.textContent = '复制'), SHOWN)
  })
  made.setAttribute('aria-label', `复制${what}`)
  return made
}
