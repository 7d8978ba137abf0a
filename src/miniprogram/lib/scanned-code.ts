/** What Taro.scanCode answers, as far as it matters here. */
export type Scan = { path?: string; result?: string }

const parameter = (address: string, name: string) => {
  const found = new RegExp(`[?&]${name}=([^&#]*)`).exec(address)
  return found?.[1] ? decodeURIComponent(found[1]) : undefined
}

/** The branch's code in what was scanned: a mini-program code, a poster's link, or the bare code. Undefined for anything else. */
export function codeFrom({ path = '', result = '' }: Scan) {
  const linked = parameter(path, 'scene') ?? parameter(result, 'scene') ?? parameter(result, 'code')
  if (linked) return linked
  return /^[\w-]{8,32}$/.test(result) ? result : undefined
}
