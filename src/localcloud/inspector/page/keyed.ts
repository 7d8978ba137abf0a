type Entry = { text: string; node: HTMLElement }

/**
 * A list that is brought up to date without touching what stayed the same: focus, what is folded out and the place of the
 * reader are kept. `make` gets the element that is replaced.
 */
export function keyed<T>(
  list: HTMLElement,
  keyOf: (item: T) => string,
  make: (item: T, old?: HTMLElement) => HTMLElement,
) {
  let entries = new Map<string, Entry>()
  return (items: readonly T[]): void => {
    const next = new Map<string, Entry>()
    for (const item of items) {
      const [key, text] = [keyOf(item), JSON.stringify(item)]
      const old = entries.get(key)
      next.set(key, old?.text === text ? old : { text, node: make(item, old?.node) })
    }
    for (const [key, { node }] of entries) if (next.get(key)?.node !== node) node.remove()
    let place = list.firstElementChild
    for (const { node } of next.values()) {
      if (node === place) place = place.nextElementSibling
      else list.insertBefore(node, place)
    }
    entries = next
  }
}
