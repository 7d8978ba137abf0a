const TEXT = 96
const ITEMS = 30

/** A stored value for the eye: nothing is opened or left out, but long texts and lists are cut and say so. */
export const shown = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.length > TEXT ? `${value.slice(0, TEXT)}…（共 ${value.length} 字）` : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) {
    const items = value.slice(0, ITEMS).map(shown)
    return value.length > ITEMS ? [...items, `…（另 ${value.length - ITEMS} 项）`] : items
  }
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, shown(each)]))
}
