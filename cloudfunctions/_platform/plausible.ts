/** Text of a whole envelope that is still plausible; WeChat's own limit is 100 KB. */
const MAX_TEXT = 64 * 1024
/** No procedure's input is nested deeper than five levels. */
const MAX_DEPTH = 12

/**
 * Whether an event is small and flat enough to be looked at. Walked without recursion, and given up at the first excess:
 * thousands of nested levels would end a recursive reader, whatever it does afterwards.
 */
export function isPlausible(event: unknown): boolean {
  const waiting: { value: unknown; depth: number }[] = [{ value: event, depth: 0 }]
  let text = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    text += typeof value === 'string' ? value.length : 8
    if (text > MAX_TEXT || depth > MAX_DEPTH) return false
    if (typeof value !== 'object' || value === null) continue
    for (const [key, item] of Object.entries(value)) {
      text += key.length
      waiting.push({ value: item, depth: depth + 1 })
    }
  }
  return true
}
